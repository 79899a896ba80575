"""Quality measures: how they are said, the clock they reckon by, and the interval of a rate."""
