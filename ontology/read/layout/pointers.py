"""How a paragraph begins that sends its reader to another page: a row a language.

Where a document has links they say so themselves; in pasted text these words are all there is.
"""

POINTERS: tuple[str, ...] = tuple(
    phrase
    for row in (
        "related:|read more|read also|also read|learn more|find out more|see our|more on this"
        "|more about"
        "|more information|for more information|further reading|related article|click here"
        "|download our|download the|get the|sign up|subscribe|try it|book a demo|contact us",
        "mehr dazu|mehr erfahren|weiterlesen|lesen sie auch|lesen sie mehr|mehr lesen|lies auch"
        "|mehr informationen|weitere informationen|hier klicken|jetzt herunterladen|zum artikel"
        "|auch interessant|passend dazu",
        "lee más|leer más|lee también|lea también|lea más|más información|para más información"
        "|para obtener más|saber más|descubre más|descubra más|te puede interesar|haz clic"
        "|descarga",
        "lire aussi|à lire aussi|lire la suite|en savoir plus|pour en savoir plus"
        "|pour aller plus loin"
        "|plus d'informations|plus d’informations|découvrez|voir aussi notre|cliquez|téléchargez",
        "leggi anche|leggi di più|leggi tutto|per saperne di più|scopri di più"
        "|maggiori informazioni"
        "|per maggiori informazioni|ti potrebbe interessare|approfondisci|clicca|scarica",
        "leia mais|leia também|saiba mais|veja também nosso|veja mais|mais informações"
        "|para mais informações|para saber mais|confira|clique|baixe",
        "lees meer|lees ook|lees verder|meer lezen|meer weten|meer informatie|klik hier",
        "czytaj więcej|czytaj też|czytaj także|przeczytaj|więcej informacji|dowiedz się"
        "|zobacz też nasz",
        "läs mer|läs också|les mer|læs mere|lue lisää|mer information",
        "читать далее|читайте также|подробнее|узнать больше|больше информации",
        "διαβάστε|περισσότερα|μάθετε περισσότερα",
        "続きを読む|詳しくは|関連記事|更多信息|阅读更多|了解更多|자세히",
        "devamını oku|daha fazla|citește|mai multe informații|více informací|další informace",
    )
    for phrase in row.split("|")
)
