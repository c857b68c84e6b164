"""What is South Korea's own in its reports of talks: regions, people, quoted speech."""
