"""A composition: the demand, the parts it is made of, and each occasion – election, meeting, round, any day."""
