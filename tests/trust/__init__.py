"""Fuzzing, faults and loads: what ``make fuzz``, ``make faults`` and ``make trust`` run."""
