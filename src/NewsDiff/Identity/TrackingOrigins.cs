using System.Collections.Frozen;

namespace NewsDiff.Identity;

/// <summary>Recognises parameters that name the channel by which a reader came.</summary>
/// <remarks>
/// Name and value count together: <c>ref=twitter</c> and <c>source=rss_world</c> tell nothing of the page, while
/// <c>ref=4711</c> may be its number.
/// </remarks>
internal static class TrackingOrigins
{
    private const int LongestValue = 64;

    /// <summary>Names, and last words of names, for where something comes from.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Origins = Lookup(
        "ref referrer referer source src from via origin partner cmp cid campaign medium share shared sharedvia emc "
        + "ito ico mod smid ncid tsrc ocid mcd pe cmpid");

    /// <summary>Channels by which readers come.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Channels = Lookup(
        "rss rss2 rssfeed feed feeds feedburner newsletter newsletters email mail push twitter facebook whatsapp "
        + "telegram linkedin reddit mastodon bluesky bsky threads instagram pinterest xing flipboard pocket gnews "
        + "googlenews applenews social socialflow smartnews newsbreak upday");

    /// <summary>Whether a parameter names a channel.</summary>
    public static bool Match(ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        if (value.IsEmpty || value.Length > LongestValue || !IsOrigin(name))
        {
            return false;
        }

        int start = 0;
        for (int i = 0; i <= value.Length; i++)
        {
            if (i < value.Length && char.IsAsciiLetterOrDigit(value[i]))
            {
                continue;
            }

            if (Channels.Contains(value[start..i]))
            {
                return true;
            }

            start = i + 1;
        }

        return false;
    }

    private static bool IsOrigin(ReadOnlySpan<char> name)
    {
        name = name.Trim('_');
        return Origins.Contains(name[(name.LastIndexOfAny('_', '-') + 1)..]);
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
