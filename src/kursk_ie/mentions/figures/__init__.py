"""Numbers that count something of the conflict, with their bounds."""
