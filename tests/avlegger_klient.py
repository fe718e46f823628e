"""What is run in place of Python: asks the one that has read it in for a process, and ends as that does.

It imports next to nothing, as it is to begin at once. See `avlegger.py`.
"""

import _socket
import marshal
import os
import sys

ANCILLARY = (_socket.SOL_SOCKET, _socket.SCM_RIGHTS)


def main() -> None:
    place, *arguments = sys.argv[1:]
    umask = os.umask(0)
    os.umask(umask)
    opened = [_er_aapen(number) for number in range(3)]
    asked = marshal.dumps(([os.fsencode(word) for word in arguments], dict(os.environb), umask, opened))
    stem = _socket.socket(_socket.AF_UNIX)
    stem.connect(place)
    numbers = [os.open(".", os.O_RDONLY), *(number for number in range(3) if opened[number])]
    given = b"".join(number.to_bytes(4, sys.byteorder) for number in numbers)
    stem.sendmsg([len(asked).to_bytes(4, "big")], [(*ANCILLARY, given)])
    stem.sendall(asked)
    if not any(stem.recv(4)):  # Python itself would begin otherwise here
        os.execv(sys.executable, [sys.executable, *arguments])
    ended = stem.recv(4)
    if len(ended) < 4:
        sys.exit("nobody knows how it ended")
    code = os.waitstatus_to_exitcode(int.from_bytes(ended, "big"))
    if code < 0:
        os.kill(os.getpid(), -code)
    os._exit(code)


def _er_aapen(number: int) -> bool:
    try:
        os.fstat(number)
    except OSError:
        return False
    return True


if __name__ == "__main__":
    main()
