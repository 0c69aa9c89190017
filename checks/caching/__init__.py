"""What a run would find anew and is kept: code, expressions, tables, answers."""
