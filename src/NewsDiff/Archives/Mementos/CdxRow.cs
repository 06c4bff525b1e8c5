using System.Globalization;
using NewsDiff.Addresses;
using NewsDiff.Identity;

namespace NewsDiff.Archives.Mementos;

/// <summary>Rows of capture indexes, whatever they call their columns.</summary>
internal static class CdxRow
{
    /// <summary>Reads a row.</summary>
    /// <param name="columns">The names of the columns.</param>
    /// <param name="cells">The row.</param>
    /// <param name="place">Which archive it is of.</param>
    /// <returns>The capture; null when the row has no time or no address.</returns>
    public static Memento? Read(string[] columns, string[] cells, CdxPlace place)
    {
        string? Cell(params ReadOnlySpan<string> names)
        {
            for (int i = 0; i < Math.Min(columns.Length, cells.Length); i++)
            {
                if (names.Contains(columns[i]) && cells[i] is not ("-" or ""))
                {
                    return cells[i];
                }
            }

            return null;
        }

        string? address = Cell("original", "url", "a");
        Uri? original = address is null ? place.Original : BoundedUrl.Read(address);
        return Cell("timestamp", "b") is { } digits
            && ArchiveTime.Parse(digits) is { } time
            && original is not null
            && Uri.TryCreate($"{place.Prefix}{digits}/{original.AbsoluteUri}", UriKind.Absolute, out Uri? shown)
                ? new Memento
                {
                    Url = shown,
                    Original = original,
                    CapturedAt = time,
                    StatusCode = int.TryParse(Cell("statuscode", "status", "s"), NumberStyles.None, CultureInfo.InvariantCulture, out int status) ? status : null,
                    MediaType = Cell("mimetype", "mime", "m"),
                    Digest = Cell("digest", "k"),
                }
                : null;
    }
}
