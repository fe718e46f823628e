"""The judge: every provision on every council it binds, deviations, what was put right, and the clock."""
