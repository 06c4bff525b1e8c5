using System.Globalization;
using NewsDiff.Addresses;
using NewsDiff.Identity;

namespace NewsDiff.Archives.Mementos;

/// <summary>Rows of capture indexes, whatever the names of their columns.</summary>
internal static class CdxRow
{
    /// <summary>Reads a row.</summary>
    /// <param name="columns">The names of the columns.</param>
    /// <param name="cells">The row.</param>
    /// <param name="place">The archive.</param>
    /// <returns>The capture; null when the row has no time or no address.</returns>
    public static Memento? Read(CdxColumns columns, string[] cells, CdxPlace place)
    {
        string? Cell(int[] places)
        {
            foreach (int place in places)
            {
                if (place < cells.Length && cells[place] is not ("-" or ""))
                {
                    return cells[place];
                }
            }

            return null;
        }

        string? address = Cell(columns.Address);
        Uri? original = address is null ? place.Original : BoundedUrl.Read(address);
        return Cell(columns.Time) is { } digits
            && ArchiveTime.Read(digits) is { } time
            && original is not null
            && Uri.TryCreate($"{place.Prefix}{digits}/{original.AbsoluteUri}", UriKind.Absolute, out Uri? shown)
                ? new Memento
                {
                    Url = shown,
                    Original = original,
                    CapturedAt = time,
                    StatusCode = int.TryParse(
                        Cell(columns.Status),
                        NumberStyles.None,
                        CultureInfo.InvariantCulture,
                        out int status) ? status : null,
                    MediaType = Cell(columns.MediaType),
                    Digest = Cell(columns.Digest),
                }
                : null;
    }
}
