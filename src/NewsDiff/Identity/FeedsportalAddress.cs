using System.Collections.Frozen;
using System.Text;

namespace NewsDiff.Identity;

/// <summary>Reads the article's address out of the links that the feedsportal service put into the feeds of many newspapers.</summary>
/// <remarks>The service is gone and its redirects with it, but its links live on in old feeds and archives.</remarks>
internal static class FeedsportalAddress
{
    private static readonly FrozenDictionary<char, string> Codes = new Dictionary<char, string>
    {
        ['A'] = "0", ['B'] = ".", ['C'] = "/", ['D'] = "?", ['E'] = "-", ['F'] = "=", ['G'] = "&", ['H'] = ",", ['I'] = "_",
        ['J'] = "%", ['K'] = "+", ['L'] = "http://", ['M'] = "https://", ['N'] = ".com", ['O'] = ".co.uk", ['P'] = ";", ['Q'] = "|",
        ['R'] = ":", ['S'] = "www.", ['T'] = "#", ['U'] = "$", ['V'] = "~", ['W'] = "!", ['X'] = "(", ['Y'] = ")", ['Z'] = "Z",
    }.ToFrozenDictionary();

    /// <summary>Decodes a link such as <c>/c/1/f/2/s/3/l/0Lexample0N0Cstory/story01.htm</c>.</summary>
    /// <param name="url">The link.</param>
    /// <returns>The address in it; null when it is no such link.</returns>
    public static Uri? Decode(Uri url)
    {
        string[] segments = url.AbsolutePath.Split('/');
        if (segments is not ["", "c", _, "f", _, "s", .., "l", ['0', 'L' or 'M', ..] encoded, "story01.htm"])
        {
            return null;
        }

        var address = new StringBuilder();
        for (int i = 0; i < encoded.Length; i++)
        {
            if (encoded[i] == '0' && i + 1 < encoded.Length && Codes.TryGetValue(encoded[i + 1], out string? meaning))
            {
                address.Append(meaning);
                i++;
            }
            else
            {
                address.Append(encoded[i]);
            }
        }

        return Uri.TryCreate(address.ToString(), UriKind.Absolute, out Uri? target) ? target : null;
    }
}
