using System.Collections.Frozen;

namespace NewsDiff.Identity;

/// <summary>Recognises parameters that count readers by the way their names are made.</summary>
/// <remarks>
/// Services name their parameters alike: their own prefix and a word of campaigns, or the identifier of a click. No
/// publishing system names articles in this way.
/// </remarks>
internal static class TrackingShapes
{
    /// <summary>The longest prefix before a word with other meanings: "ga_source", not "video_source".</summary>
    private const int LongestPrefix = 4;

    /// <summary>Last words of names of campaign parameters, whatever the prefix.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Campaigns = Lookup(
        "campaign campaignid campaignname cmp medium utm clickid clid mailing mailingid newsletterid adset adsetid "
        + "adgroup adgroupid kwd kwcid mchannel linkname subscriber hsenc hsmi impression");

    /// <summary>Last words of such names that need a short prefix.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Sources =
        Lookup("source src term kw tok referrer referer");

    /// <summary>Names of sessions, which differ for each reader.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Sessions =
        Lookup("jsessionid phpsessid aspsessionid cfid cftoken sessid oscsid xtcsid zenid");

    /// <summary>Whether a name has such a form.</summary>
    public static bool Match(ReadOnlySpan<char> name)
    {
        ReadOnlySpan<char> plain = name.TrimStart('_');
        if (Sessions.Contains(name) || EndsWithClick(plain))
        {
            return true;
        }

        int last = plain.LastIndexOfAny('_', '-');
        if (last < 0)
        {
            // "utmsource" and the like are written without a mark, too.
            return plain.StartsWith("utm", StringComparison.OrdinalIgnoreCase) && plain.Length > "utm".Length;
        }

        ReadOnlySpan<char> word = plain[(last + 1)..];
        return last > 0 && (Campaigns.Contains(word) || (last <= LongestPrefix && Sources.Contains(word)));
    }

    /// <summary>Whether a name is a click's identifier: "gclid", "xyclid", "irclickid", "click_id".</summary>
    private static bool EndsWithClick(ReadOnlySpan<char> name) =>
        (name.EndsWith("clid", StringComparison.OrdinalIgnoreCase) && name.Length > "clid".Length)
            || name.EndsWith("clkid", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith("clickid", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith("click_id", StringComparison.OrdinalIgnoreCase);

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
