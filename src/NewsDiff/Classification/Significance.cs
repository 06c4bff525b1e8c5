using System.Collections.Immutable;

namespace NewsDiff.Classification;

/// <summary>Says how much a change matters to a reader.</summary>
internal static class Significance
{
    /// <summary>The maximum for typography alone, which is too low for an alert.</summary>
    private const int OfTypography = 5;

    /// <summary>The worth of changed words without any class.</summary>
    private const int OfWords = 20;

    /// <summary>The worth that each further class adds.</summary>
    private const int OfFurther = 4;

    /// <summary>The worth of a change with these labels.</summary>
    public static int Of(ImmutableArray<ChangeLabel> labels, bool hasWords)
    {
        ChangeClass[] classes = [.. labels.Select(label => label.Class).Distinct()];
        if (!hasWords)
        {
            return classes.Length == 0 ? 0 : classes.Max(WithoutWords);
        }

        int most = classes.Select(Of).Append(OfWords).Max();
        int further = classes.Count(item => Of(item) > OfWords) - 1;
        return Math.Min(ChangeClasses.MaxSignificance, most + (Math.Max(0, further) * OfFurther));
    }

    private static int WithoutWords(ChangeClass item) =>
        item is ChangeClass.Byline or ChangeClass.Move ? Of(item) : OfTypography;

    private static int Of(ChangeClass item) => item switch
    {
        ChangeClass.Correction => 80,
        ChangeClass.Negation => 75,
        ChangeClass.Headline => 60,
        ChangeClass.Number or ChangeClass.Quotation or ChangeClass.Name or ChangeClass.Rewrite => 60,
        ChangeClass.Date or ChangeClass.Certainty or ChangeClass.Cut => 50,
        ChangeClass.Revert => 45,
        ChangeClass.Attribution or ChangeClass.Lead or ChangeClass.Expansion => 40,
        ChangeClass.Byline => 35,
        ChangeClass.Silent => 25,
        ChangeClass.Move => 15,
        _ => OfTypography,
    };
}
