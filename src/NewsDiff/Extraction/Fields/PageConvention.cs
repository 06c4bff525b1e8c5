using System.Collections.Frozen;
using NewsDiff.Dates;
using NewsDiff.Extraction.Parsing;
using NewsDiff.Languages;
using NewsDiff.Text;

namespace NewsDiff.Extraction.Fields;

/// <summary>Finds a page's date convention by its stated language and its country domain.</summary>
internal static class PageConvention
{
    /// <summary>Languages that write the year first; dates that end in it are ambiguous.</summary>
    private static readonly FrozenSet<string> YearFirst = KnownLanguages.All
        .Where(static language => language.WritesYearFirst)
        .SelectMany(static language => Language.Split(language.Codes))
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Country domains that are sold worldwide, so that they name no country.</summary>
    private static readonly FrozenSet<string> Worldwide = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "ai", "cc", "co", "fm", "io", "is", "it", "ly", "me", "to", "tv", "us", "ph");

    private static readonly FrozenDictionary<string, string> Countries = KnownLanguages.All
        .Where(static language => language.Country is not null)
        .SelectMany(static language => Language.Split(language.Codes), static (language, code) => (language, code))
        .ToFrozenDictionary(static pair => pair.code, static pair => pair.language.Country!, StringComparer.Ordinal);

    /// <summary>The convention of a page.</summary>
    public static DateConvention Of(Page page)
    {
        string stated = page.Language ?? page.Meta("og:locale") ?? "";
        string[] tag = (page.JudgedLanguage ?? stated).Split('-', '_');
        string language = AsciiCase.Lower(tag[0].Trim());
        bool isStated = stated.AsSpan().Trim().StartsWith(language, StringComparison.OrdinalIgnoreCase);
        string region = tag.Skip(1).FirstOrDefault(part => part.Length == 2)?.ToUpperInvariant() ?? "";
        string domain = page.Url.Host[(page.Url.Host.LastIndexOf('.') + 1)..];
        string? country = region.Length > 0 ? region
            : domain.Length == 2 && !Worldwide.Contains(domain) ? (domain == "uk" ? "GB" : domain.ToUpperInvariant())
            : Countries.GetValueOrDefault(language);
        DateOrder order = OrderOf(language, isStated, region, country);
        if (order == DateOrder.Unknown && !isStated && language == "en" && stated.Length > 1)
        {
            // The page's own words, which the date is among, may be in the stated language all the same.
            string[] own = stated.Split('-', '_');
            string ownRegion = own.Skip(1).FirstOrDefault(part => part.Length == 2)?.ToUpperInvariant() ?? "";
            order = OrderOf(AsciiCase.Lower(own[0].Trim()), isStated: true, ownRegion, ownRegion);
        }

        return new DateConvention(order, language.Length > 0 ? language : null, country);
    }

    private static DateOrder OrderOf(string language, bool isStated, string region, string? country) => language switch
    {
        _ when YearFirst.Contains(language) => DateOrder.Unknown,

        // Who writes English on a page that states another language, or none, may be of any country.
        "en" when !isStated && country is null => DateOrder.Unknown,
        "en" when region == "US" || country is null or "US" or "PH" => DateOrder.MonthFirst,
        "" => country is null or "CA" ? DateOrder.Unknown : DateOrder.DayFirst,
        _ => region == "US" ? DateOrder.MonthFirst : region == "CA" ? DateOrder.Unknown : DateOrder.DayFirst,
    };
}
