using System.Collections.Frozen;

namespace NewsDiff.Tracking.Metadata;

/// <summary>The name of a picture in its address, whatever its size, format and server.</summary>
/// <remarks>
/// It is the last part of the path that is not only a size, a crop, a format or a word for them; a part with few
/// letters or digits is joined with the one before.
/// </remarks>
internal static class PictureName
{
    /// <summary>The minimum number of characters that distinguish two pictures.</summary>
    private const int Enough = 8;

    /// <summary>The maximum number of digits of a width, height or quality; longer numbers are names.</summary>
    private const int LongestSize = 4;

    private static readonly FrozenSet<string> Formats = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "avif", "gif", "heic", "jpe", "jpeg", "jpg", "png", "svg", "tif", "tiff", "webp");

    /// <summary>Words for sizes, crops and places of pictures, as image servers write them.</summary>
    private static readonly FrozenSet<string> Generic = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "article", "auto", "big", "blog", "by", "card", "center", "centre", "crop", "cropped", "default",
        "facebook", "fill", "fit", "format", "four", "full", "google", "graph", "header", "height", "hero",
        "horizontal", "image", "images", "img", "jumbo", "landscape", "large", "master", "media", "medium", "nine",
        "og", "open", "original", "pad", "portrait", "preview", "production", "quality", "resize", "resized",
        "scale", "scaled", "share", "sixteen", "small", "smart", "social", "square", "standard", "super", "three",
        "thumb", "thumbnail", "thumbs", "twitter", "two", "upload", "uploads", "vertical", "video", "wide", "width",
        "x");

    private static readonly char[] Separators =
        ['-', '_', '.', ',', ':', '=', '@', '~', '+', '!', '(', ')', ' ', '&', ';', '?'];

    private static readonly FrozenSet<string> Scripts =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "ashx", "aspx", "cgi", "dll", "do", "jsp", "php", "pl");

    private static readonly char[] Digits = [.. "0123456789"];

    private static readonly FrozenSet<string> AddressParameters =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "url", "src", "image", "img", "u");

    /// <summary>Finds the name.</summary>
    /// <param name="address">The picture's address.</param>
    /// <returns>The name; the whole address when no part of it is a name.</returns>
    public static string Of(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out Uri? url))
        {
            return address;
        }

        (string path, string query) = Innermost(url);
        string name = "";
        string[] parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        for (int i = parts.Length - 1; i >= 0 && name.Length < Enough; i--)
        {
            name = Naming(parts[i]) + name;
        }

        // A short name may be used again on another day, and a script names its pictures in the query.
        return name.Length < Enough ? name + string.Concat(parts.Where(IsOfDate)) + Naming(query)
            : IsScript(parts[^1]) ? name + Naming(query) : name;
    }

    /// <summary>The path and query of the picture, even if its address is inside another server's.</summary>
    private static (string Path, string Query) Innermost(Uri url)
    {
        foreach (string pair in url.Query.TrimStart('?').Split('&'))
        {
            string[] parts = pair.Split('=', 2);
            if (parts.Length == 2 && AddressParameters.Contains(parts[0])
                && Uri.UnescapeDataString(parts[1]) is { } inner && inner.Contains('/', StringComparison.Ordinal))
            {
                return Cut(inner);
            }
        }

        string whole = Uri.UnescapeDataString(url.AbsolutePath);
        int start = whole.LastIndexOf("://", StringComparison.Ordinal);
        return start < 0 ? (whole, url.Query) : Cut(whole[(start + 3)..]);
    }

    private static (string Path, string Query) Cut(string address)
    {
        int query = address.IndexOf('?', StringComparison.Ordinal);
        return query < 0 ? (address, "") : (address[..query], address[query..]);
    }

    /// <summary>Whether all parts of a word are generic, as in <c>facebookJumbo</c> and <c>articleLarge</c>.</summary>
    private static bool IsGeneric(string word)
    {
        // The word was a number, of which trimming the digits left nothing.
        if (word.Length == 0)
        {
            return false;
        }

        int start = 0;
        for (int end = 1; end <= word.Length; end++)
        {
            if (end == word.Length || (char.IsAsciiLetterUpper(word[end]) && !char.IsAsciiLetterUpper(word[end - 1])))
            {
                if (!Generic.Contains(word[start..end]))
                {
                    return false;
                }

                start = end;
            }
        }

        return true;
    }

    private static bool IsScript(string file) =>
        Scripts.Contains(file[(file.LastIndexOf('.') + 1)..]);

    /// <summary>The words of a part, joined, without sizes, formats and generic words.</summary>
    private static string Naming(string part) => string.Concat(
        part.Split(Separators, StringSplitOptions.RemoveEmptyEntries)
            .Where(static word => !IsSize(word) && !Formats.Contains(word) && !IsGeneric(word.TrimEnd(Digits)))
            .Select(static word => word.ToUpperInvariant()));

    /// <summary>Whether a word is a size: <c>1200</c>, <c>w1200</c>, <c>1200x630</c>, <c>2x</c>.</summary>
    private static bool IsSize(string word)
    {
        int letters = word.Count(static c => !char.IsAsciiDigit(c));
        int digits = word.Length - letters;
        bool isOneNumber = letters == 0 || char.IsAsciiLetter(word[0]) || char.IsAsciiLetter(word[^1]);
        return word.Length == 1
            || (letters <= 1 && digits <= LongestSize && isOneNumber)
            || (letters == 1 && word.Contains('x', StringComparison.OrdinalIgnoreCase) && !char.IsAsciiLetter(word[0]));
    }

    /// <summary>Whether a part is a year, a month or a day.</summary>
    private static bool IsOfDate(string part) => part.All(char.IsAsciiDigit)
        && (part.Length == 2 || (part.Length == 4 && part[..2] is "19" or "20"));
}
