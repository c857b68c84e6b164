"""What is Chinese-Korean's own in its reports of talks: long sentences, and what is a slogan in them."""
