using System.Buffers;

namespace NewsDiff.Dates;

/// <summary>Tells labels of updates from labels of publications, in the languages of many newspapers.</summary>
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

    /// <summary>Whether a line is only the label of the date below it.</summary>
    public static bool IsLabel(ReadOnlySpan<char> line) =>
        line.Length <= LongestLabel && DateDigits.LastIn(line) < 0 && IndexIn(line) >= 0;

    /// <summary>Whether a text ends in the label of an update, with no date after it.</summary>
    public static bool End(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> near = text[Math.Max(0, text.Length - LongestLabel)..];
        return IndexIn(near[(DateDigits.LastIn(near) + 1)..]) >= 0;
    }
}
