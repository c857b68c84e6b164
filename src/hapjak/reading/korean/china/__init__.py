"""What is Chinese-Korean's own in its reports of talks: posts before names, long speeches, closed chains."""
