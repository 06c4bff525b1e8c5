using System.Buffers;
using NewsDiff.Dates;
using NewsDiff.Extraction.Parsing;

namespace NewsDiff.Extraction.Fields;

/// <summary>Tells the label of an update from that of a publication, in the languages of many newspapers.</summary>
internal static class UpdateWords
{
    private const int LongestLabel = 40;

    private static readonly SearchValues<string> Words = SearchValues.Create(
    [
        "updated", "last update", "modified", "last reviewed", "aktualisiert", "geändert am", "actualizad",
        "mis à jour", "mise à jour", "modifié",
        "aggiornat", "atualizad", "bijgewerkt", "gewijzigd", "uppdatera", "oppdatert", "opdateret", "päivitetty",
        "aktualizac", "aktualizov",
        "zaktualizowan", "actualizat", "frissítve", "обновлен", "оновлен", "güncelle", "ενημερώθηκε", "更新", "업데이트",
        "수정", "تحديث",
        "עודכן", "diperbarui", "cập nhật", "अपडेट", "อัปเดต",
    ],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>Where the label of an update begins in a line; -1 for nowhere.</summary>
    public static int IndexIn(ReadOnlySpan<char> line) => line.IndexOfAny(Words);

    /// <summary>Whether a line is nothing but the label of the date below it.</summary>
    public static bool IsLabel(ReadOnlySpan<char> line) =>
        line.Length <= LongestLabel && DateDigits.LastIn(line) < 0 && IndexIn(line) >= 0;

    /// <summary>Whether the label of an update stands right before an element.</summary>
    public static bool StandBefore(Page page, in PageNode node)
    {
        ReadOnlySpan<char> before = page.TextOf(Math.Max(0, node.TextStart - LongestLabel), node.TextStart);
        int digit = DateDigits.LastIn(before);
        return IndexIn(before[(digit + 1)..]) >= 0;
    }
}
