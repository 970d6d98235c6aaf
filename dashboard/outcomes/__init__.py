"""Did people get better: the practice, one group and one participant."""
