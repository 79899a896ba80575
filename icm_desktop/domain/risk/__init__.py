"""What is calculated of a person: kidney function, the risk that the kidneys fail, comorbidity. Values only."""
