"""The value types of the mandate language: TID, MENGDE and HVEM."""
