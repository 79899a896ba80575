"""Documents from outside (PDF, RTF, text, HTML, C-CDA) to words and to narratives; mapping only."""
