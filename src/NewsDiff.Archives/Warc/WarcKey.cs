using System.Globalization;

namespace NewsDiff.Archives.Warc;

/// <summary>The place of a record among several files.</summary>
/// <param name="File">The index of the file, from 0.</param>
/// <param name="Location">Where in it.</param>
internal readonly record struct WarcKey(int File, WarcLocation Location)
{
    /// <summary>The key as text: three numbers.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{File}:{Location.Offset}:{Location.Skip}");

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    public static bool TryParse(string text, out WarcKey key)
    {
        key = default;
        if (text.Split(':') is not [var file, var offset, var skip]
            || !int.TryParse(file, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            || !long.TryParse(offset, NumberStyles.None, CultureInfo.InvariantCulture, out long start)
            || !long.TryParse(skip, NumberStyles.None, CultureInfo.InvariantCulture, out long passed))
        {
            return false;
        }

        key = new WarcKey(number, new WarcLocation(start, passed));
        return true;
    }
}
