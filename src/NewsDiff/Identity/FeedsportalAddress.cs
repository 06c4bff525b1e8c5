using System.Collections.Immutable;
using System.Text;

namespace NewsDiff.Identity;

/// <summary>Reads articles' addresses in the links that the feedsportal service put into feeds.</summary>
/// <remarks>The service and its redirects are gone, but its links are still in old feeds and archives.</remarks>
internal static class FeedsportalAddress
{
    /// <summary>The meanings of the letters A to Z after a zero.</summary>
    private static readonly ImmutableArray<string> Meanings =
    [
        "0", ".", "/", "?", "-", "=", "&", ",", "_", "%", "+", "http://", "https://", ".com", ".co.uk", ";", "|", ":",
        "www.", "#",
        "$", "~", "!", "(", ")", "Z",
    ];

    /// <summary>Decodes a link such as <c>/c/1/f/2/s/3/l/0Lexample0N0Cstory/story01.htm</c>.</summary>
    /// <param name="url">The link.</param>
    /// <returns>The address in it; null for any other link.</returns>
    public static Uri? Decode(Uri url)
    {
        if (!url.AbsolutePath.EndsWith("/story01.htm", StringComparison.Ordinal))
        {
            return null;
        }

        string[] segments = url.AbsolutePath.Split('/');
        if (segments is not ["", "c", _, "f", _, "s", .., "l", ['0', 'L' or 'M', ..] encoded, "story01.htm"])
        {
            return null;
        }

        var address = new StringBuilder();
        for (int i = 0; i < encoded.Length; i++)
        {
            if (encoded[i] == '0' && i + 1 < encoded.Length && char.IsAsciiLetterUpper(encoded[i + 1]))
            {
                address.Append(Meanings[encoded[++i] - 'A']);
            }
            else
            {
                address.Append(encoded[i]);
            }
        }

        return Uri.TryCreate(address.ToString(), UriKind.Absolute, out Uri? target) ? target : null;
    }
}
