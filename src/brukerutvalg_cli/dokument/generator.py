"""The code that is made of a template: ours counts as it goes, and asks before it does what can grow.

Jinja's own writes operators, comparisons and slices as Python has them, and some results straight into the document.
"""

from __future__ import annotations

from collections.abc import Iterable

from jinja2.compiler import CodeGenerator, Frame, operators
from jinja2.nodes import (
    And,
    AssignBlock,
    CallBlock,
    Compare,
    Concat,
    Const,
    Dict,
    EnvironmentAttribute,
    Expr,
    Filter,
    FilterBlock,
    For,
    Getitem,
    If,
    Node,
    Slice,
    Stmt,
    TemplateData,
)

from brukerutvalg_cli.dokument.budget import Malgrense

LONGEST_CODE = 2_000_000
"""Characters of Python. To some tags Jinja writes every name of the template, which grows by the square."""

PRINTED = "environment.finalize(context, "


class Generator(CodeGenerator):
    """Writes no escaping of HTML, which is what is slow in Jinja: our own `finalize` and `join` escape Markdown."""

    _written = 0
    _block_filters: frozenset[int] = frozenset()
    """Those that make the text of a whole block, by identity: nodes are equal when they say the same."""

    def write(self, x: str) -> None:
        self._written += len(x)
        if self._written > LONGEST_CODE:
            raise Malgrense(
                "malen har for mange navn, og for mange tagger som tar dem alle med", row=self._last_line
            )
        super().write(x)

    # ── What is counted ───────────────────────────────────────────────────────────────────────────

    def blockvisit(self, nodes: Iterable[Node], frame: Frame) -> None:
        nodes = list(nodes)
        self.writeline(f"environment.pay({_steps(nodes)})")
        super().blockvisit(nodes, frame)

    def visit_For(self, node: For, frame: Frame) -> None:
        if node.test:  # what the condition passes over is no round, and counts as one
            node.test = And(EnvironmentAttribute("round"), node.test, lineno=node.test.lineno)
        super().visit_For(node, frame)

    def visit_Compare(self, node: Compare, frame: Frame) -> None:
        self.write("(")
        self._weighed(node.expr, frame)
        for operand in node.ops:
            self.write(f" {operators[operand.op]} ")
            self._weighed(operand.expr, frame)
        self.write(")")

    def _weighed(self, node: Expr, frame: Frame) -> None:
        if isinstance(node, Const):
            self.visit(node, frame)
        else:
            self._given("environment.weighed(", node, frame)

    def visit_Concat(self, node: Concat, frame: Frame) -> None:
        self.write("environment.join((")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write("))")

    def visit_Getitem(self, node: Getitem, frame: Frame) -> None:
        if not isinstance(node.arg, Slice):
            super().visit_Getitem(node, frame)
            return
        self._given("environment.part(", node.node, frame, end="")
        for bound in (node.arg.start, node.arg.stop, node.arg.step):
            self.write(", ")
            self.visit(bound or Const(None), frame)
        self.write(")")

    def visit_Dict(self, node: Dict, frame: Frame) -> None:
        self.write("{")
        for item in node.items:
            self._given("environment.key(", item.key, frame)
            self.write(": ")
            self.visit(item.value, frame)
            self.write(", ")
        self.write("}")

    def _given(self, function: str, node: Node, frame: Frame, end: str = ")") -> None:
        self.write(function)
        self.visit(node, frame)
        self.write(end)

    # ── What is printed ───────────────────────────────────────────────────────────────────────────

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        self.write(PRINTED)

    def _output_child_post(self, node: Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        self.write(")")

    def visit_CallBlock(self, node: CallBlock, frame: Frame) -> None:
        # As Jinja does it, but for the printing: it takes whatever the call answers for text.
        call_frame, macro = self.macro_body(node, frame)
        self.writeline("caller = ")
        self.macro_def(macro, call_frame)
        self.start_write(frame, node)
        self.write(PRINTED)
        self.visit_Call(node.call, frame, forward_caller=True)
        self.write(")")
        self.end_write(frame)

    def visit_FilterBlock(self, node: FilterBlock, frame: Frame) -> None:
        self._block_filters |= {id(node.filter)}
        super().visit_FilterBlock(node, frame)

    def visit_AssignBlock(self, node: AssignBlock, frame: Frame) -> None:
        self._block_filters |= {id(node.filter)}
        super().visit_AssignBlock(node, frame)

    def visit_Filter(self, node: Filter, frame: Frame) -> None:
        printed = id(node) in self._block_filters
        self.write(PRINTED if printed else "(")
        super().visit_Filter(node, frame)
        self.write(")")


def _steps(nodes: Iterable[Node]) -> int:
    """What it costs to go once through these, but for the blocks within, which count for themselves."""
    expressions = characters = 0
    below = list(nodes)
    while below:
        node = below.pop()
        expressions += isinstance(node, Expr)
        if isinstance(node, TemplateData):
            characters += len(node.data)
        elif isinstance(node, If):
            below += [other.test for other in node.elif_]
        below += [child for child in node.iter_child_nodes() if not isinstance(child, Stmt)]
    return 1 + (expressions >> 2) + (characters >> 3)
