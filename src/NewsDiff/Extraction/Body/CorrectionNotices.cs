using System.Collections.Frozen;

namespace NewsDiff.Extraction.Body;

/// <summary>Recognises publishers' notices that an article was corrected.</summary>
/// <remarks>
/// Only the beginning of a whole block counts: a later sentence about a correction belongs to the article.
/// </remarks>
internal static class CorrectionNotices
{
    /// <summary>Words that begin a notice when a colon, bracket, dash or line end follows.</summary>
    private static readonly string[] Labels =
    [
        "Correction", "Corrections", "Clarification", "Corrected", "Amended", "Erratum", "Editor's note",
        "Editors' note", "Editor’s note",
        "Editors’ note", "Corrections and clarifications", "Corrections & Amplifications",
        "Korrektur", "Berichtigung", "Richtigstellung", "Anmerkung der Redaktion", "Hinweis der Redaktion",
        "Korrekturhinweis", "Anm. d. Red.",
        "Rectificatif", "Rectification", "Précision", "Note de la rédaction",
        "Corrección", "Fe de errores", "Fe de erratas", "Rectificación", "Aclaración", "Nota del editor",
        "Nota de la redacción",
        "Correção", "Errata", "Erramos", "Retificação", "Nota do editor", "Nota da redação",
        "Correzione", "Errata corrige", "Rettifica", "Nota della redazione",
        "Correctie", "Rectificatie", "Aanvulling en correctie", "Rättelse", "Retting", "Rettelse", "Oikaisu",
        "Korjaus", "Leiðrétting",
        "Sprostowanie", "Korekta", "Oprava", "Helyesbítés", "Helyreigazítás", "Rectificare", "Erată", "Popravek",
        "Ispravak", "Ispravka",
        "Исправление", "Поправка", "Уточнение", "Виправлення", "Уточнення", "Поправка", "Διόρθωση", "Düzeltme",
        "Tashih",
        "訂正", "おわびと訂正", "お詫びと訂正", "更正", "勘误", "勘誤", "정정", "바로잡습니다", "정정보도",
        "تصحيح", "تصويب", "استدراك", "اصلاحیه", "תיקון", "הבהרה", "सुधार", "भूल सुधार", "सुधार सूचना", "সংশোধনী",
        "Koreksi", "Ralat", "Pembetulan", "Đính chính", "แก้ไขข่าว",
    ];

    /// <summary>Openings of sentences that are a notice, whatever follows.</summary>
    private static readonly string[] Sentences =
    [
        "This article was amended on", "This article was corrected", "This article has been corrected",
        "This article has been amended",
        "This article has been updated to correct", "This article was updated to correct",
        "This story has been corrected",
        "This story was corrected", "This story has been updated to correct", "This post has been corrected",
        "An earlier version of this",
        "A previous version of this", "An earlier headline on this", "Because of an editing error",
        "The headline on this article was",
        "In einer früheren Version", "In einer ersten Version", "In einer vorherigen Version",
        "Dieser Artikel wurde korrigiert",
        "Dieser Text wurde korrigiert", "Wir haben den Fehler korrigiert",
        "Une version précédente de cet", "Une première version de cet", "Cet article a été corrigé",
        "Cet article a été modifié",
        "Una versión anterior de est", "Una versión previa de est", "Este artículo ha sido corregido",
        "Este artículo fue corregido",
        "Uma versão anterior dest", "Este texto foi corrigido", "Esta reportagem foi corrigida",
        "Una versione precedente di quest", "Questo articolo è stato corretto", "In una versione precedente di quest",
        "In een eerdere versie van dit", "I en tidigare version av", "I en tidligere versjon av",
        "I en tidligere version af",
        "Artikkelia on korjattu", "Juttua korjattu", "W poprzedniej wersji", "We wcześniejszej wersji",
        "V předchozí verzi", "V původní verzi",
        "В предыдущей версии", "В первоначальной версии", "У попередній версії", "Σε προηγούμενη έκδοση",
        "Bu haberin önceki",
        "A cikk korábbi verziójában", "この記事の以前の", "当初の記事で", "本文早前", "本文早些时候", "이 기사의 이전",
        "تم تصحيح هذا", "نسخة سابقة من هذا",
    ];

    private static readonly FrozenDictionary<char, string[]> LabelsByInitial = ByInitial(Labels);
    private static readonly FrozenDictionary<char, string[]> SentencesByInitial = ByInitial(Sentences);

    public static bool IsNotice(ReadOnlySpan<char> block)
    {
        ReadOnlySpan<char> text = block.TrimStart(" *[(【■●▶※<–—-");
        if (text.IsEmpty)
        {
            return false;
        }

        char initial = char.ToUpperInvariant(text[0]);
        foreach (string sentence in SentencesByInitial.GetValueOrDefault(initial) ?? [])
        {
            if (text.StartsWith(sentence, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        foreach (string label in LabelsByInitial.GetValueOrDefault(initial) ?? [])
        {
            if (text.StartsWith(label, StringComparison.OrdinalIgnoreCase) && EndsLabel(text[label.Length..]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The texts by their first character: few of them begin like any given block.</summary>
    private static FrozenDictionary<char, string[]> ByInitial(string[] texts) =>
        texts.GroupBy(text => char.ToUpperInvariant(text[0])).ToFrozenDictionary(
            group => group.Key, group => group.ToArray());

    /// <summary>
    /// Accepts "Correction: …", "Correction, 3 May: …", "Correction (3 May)", but not "Correction officers said".
    /// </summary>
    private static bool EndsLabel(ReadOnlySpan<char> rest)
    {
        ReadOnlySpan<char> next = rest.TrimStart();
        if (next.IsEmpty || next[0] is ':' or '：' or '(' or '（' or '[' or ']' or '】' or '—' or '–' or '|' or ';')
        {
            return true;
        }

        int colon = rest.IndexOfAny(':', '：');
        return next[0] is ',' or '.' or '-' || char.IsAsciiDigit(next[0])
            ? colon is > 0 and < 40
            : colon is > 0 and < 25 && rest[..colon].ContainsAnyInRange('0', '9');
    }
}
