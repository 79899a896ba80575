"""What contradicts itself in one patient: medicines with each other, with illnesses, values, ages and allergies."""
