"""What provisions are written in – TID, MENGDE, HVEM and the like – and what of the records they measure."""
