using System.Collections.Immutable;
using NewsDiff.Pages;
using NewsDiff.Pages.Texts;

namespace NewsDiff.Cards;

/// <summary>How cards look.</summary>
public sealed record CardOptions
{
    /// <summary>The name of the site, at the bottom; empty for none. The default is "NewsDiff".</summary>
    public string SiteName { get; init; } = "NewsDiff";

    /// <summary>The language of a card's own words; null for that of the site.</summary>
    /// <remarks>
    /// The default is null; without a site, it is English. <see cref="PageRenderer.Languages"/> are the languages. A
    /// picture has English words if no font has the letters of the language; its alternative text does not.
    /// </remarks>
    /// <exception cref="ArgumentException">There is no such language.</exception>
    public string? Language
    {
        get;
        init => field = OptionRange.Check(
            value,
            value is null || PageTexts.Languages.Contains(value),
            $"be one of {string.Join(", ", PageTexts.Languages)}");
    }

    /// <summary>Whether cards are light letters on a dark ground. The default is false.</summary>
    public bool IsDark { get; init; }

    /// <summary>The files of fonts (TTF, OTF, TTC) that are preferred to the package's own.</summary>
    /// <remarks>The default is none. A bold font beside a regular one is used for headlines.</remarks>
    public ImmutableArray<string> Fonts { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Whether installed fonts are used for what the others lack. The default is true.</summary>
    /// <remarks>Without them, cards are the same on every machine with one version of the package.</remarks>
    public bool UsesInstalledFonts { get; init; } = true;
}
