"""What pages call the parts of themselves that are no glossary: a row a language.

A heading of this kind counts against an entry at the edge of a glossary and decides nothing alone.
"""

import re

from ontology.names import fold

PAGE_HEADINGS: frozenset[str] = frozenset(
    fold(heading)
    for row in (
        "skip to content|skip to main content|you may also like|you might also like|jump to"
        "|introduction|conclusion|summary|contents|table of contents|index|in this article|about"
        "|about us|about the author|faq|frequently asked questions|references|sources|comments"
        "|related articles|related posts|further reading|see also|share|contact|newsletter|tags"
        "|categories|imprint|legal notice|what you will learn|how to use this glossary"
        "|leave a reply"
        "|leave a comment|credits|acknowledgements|foreword|preface|license|contributing|search"
        "|navigation|recent posts|popular posts|links|next steps|appendix|notes|changelog",
        "zum inhalt springen|das könnte sie auch interessieren|das könnte dich auch interessieren"
        "|einleitung|fazit|inhalt|inhaltsverzeichnis|zusammenfassung|über uns|über den autor"
        "|über die autorin|häufige fragen|quellen|literatur|kommentare|ähnliche artikel|impressum"
        "|datenschutz|kontakt|teilen|schlagwörter|kategorien|vorwort|weiterführende links"
        "|verwandte beiträge",
        "saltar al contenido|también te puede interesar|te puede interesar|introducción"
        "|conclusión|conclusiones|índice|contenido|en este artículo|sobre el autor"
        "|sobre la autora|sobre nosotros|preguntas frecuentes|referencias|fuentes|comentarios"
        "|artículos relacionados|compartir|contacto|etiquetas|categorías|aviso legal"
        "|para terminar"
        "|deja tu comentario|deja un comentario|prólogo|resumen|bibliografía"
        "|entradas relacionadas",
        "introduction|conclusion|sommaire|table des matières|dans cet article|à propos"
        "|à propos de l'auteur|questions fréquentes|foire aux questions|références|sources"
        "|commentaires|articles similaires|articles liés|partager|contact|mentions légales"
        "|pour conclure"
        "|avant-propos|en résumé|laisser un commentaire|mode d'emploi|bibliographie|crédits",
        "vai al contenuto|potrebbe interessarti anche|introduzione|conclusione|conclusioni"
        "|indice|sommario|in questo articolo|l'autore"
        "|l'autrice"
        "|chi siamo|domande frequenti|riferimenti|fonti|commenti|articoli correlati|condividi"
        "|contatti|note legali|in breve|prefazione|lascia un commento|che cosa imparerai"
        "|bibliografia",
        "ir para o conteúdo|talvez também goste|introdução|conclusão|índice|sumário"
        "|neste artigo|sobre o autor|sobre a autora|sobre nós"
        "|perguntas frequentes|referências|fontes|comentários|artigos relacionados|partilhar"
        "|compartilhar|contacto|contato|como usar este glossário|para terminar"
        "|deixe um comentário|leia também",
        "inleiding|conclusie|inhoud|inhoudsopgave|in dit artikel|over ons|over de auteur"
        "|veelgestelde vragen|bronnen|reacties|gerelateerde artikelen|delen|contact|voorwoord",
        "wstęp|wprowadzenie|zakończenie|podsumowanie|spis treści|o autorze|o autorce|o nas|źródła"
        "|komentarze|podobne artykuły|kontakt|najczęstsze pytania|najczęściej zadawane pytania",
        "inledning|sammanfattning|innehåll|om oss|om författaren|källor|kommentarer"
        "|relaterade artiklar|vanliga frågor",
        "введение|заключение|содержание|оглавление|об авторе|о нас|источники|комментарии"
        "|похожие статьи|контакты|частые вопросы|литература|предисловие|читайте также",
        "εισαγωγή|επίλογος|περιεχόμενα|σχετικά με εμάς|πηγές|σχόλια|σχετικά άρθρα|επικοινωνία"
        "|συχνές ερωτήσεις|πρόλογος",
        "はじめに|まとめ|おわりに|目次|関連記事|参考文献|コメント|著者について|よくある質問|お問い合わせ",
        "前言|目录|结语|总结|参考资料|相关文章|评论|关于我们|常见问题|简介",
    )
    for heading in row.split("|")
)

_OPENERS = frozenset(
    fold(word)
    for word in (
        "introduction",
        "introducción",
        "introdução",
        "introduzione",
        "einleitung",
        "inleiding",
        "conclusion",
        "conclusions",
        "conclusión",
        "conclusiones",
        "conclusão",
        "conclusione",
        "conclusioni",
        "fazit",
        "conclusie",
        "references",
        "referencias",
        "référence",
        "références",
        "referências",
        "riferimenti",
        "índice",
        "bibliografía",
        "bibliographie",
        "bibliografia",
        "literatur",
        "источники",
        "заключение",
        "введение",
    )
)


def is_page_heading(name: str) -> bool:
    """Whether a page calls a part of itself so, perhaps with a word or two more."""
    words = fold(re.sub(r"\s*[(\[]?\d*[)\]]?$", "", name)).split()
    return " ".join(words) in PAGE_HEADINGS or (len(words) < 4 and bool(_OPENERS & set(words[:1])))


_GLOSSARY = (
    "glossar",  # English, German, French, Italian, Polish …
    "glosar",
    "glosar",
    "vocabular",
    "terminolog",
    "definition",
    "woordenlijst",
    "begrippen",
    "slownik",
    "slovnik",
    "slovar",
    "ordlist",
    "ordbok",
    "sanasto",
    "лексикон",
    "словар",
    "глоссар",
    "термин",
    "γλωσσαρ",
    "λεξιλογ",
    "用語",
    "术语",
    "詞彙",
    "词汇",
    "용어",
    "diccionario",
    "dizionario",
    "dicionario",
    "lexique",
    "lessico",
    "worterbuch",
    "sozluk",
)
"""How the words for a glossary begin, folded."""


def names_glossary(heading: str) -> bool:
    """Whether a heading says that a glossary stands under it."""
    return any(word.startswith(_GLOSSARY) for word in fold(heading).split())
