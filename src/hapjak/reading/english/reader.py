from hapjak.reading.facts import Facts


def read_facts(article):
    return Facts()
