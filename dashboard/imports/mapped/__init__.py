"""Files whose columns a person has named: of people, of stays and of attendance."""
