using System.Collections.Immutable;

namespace NewsDiff.Tracking.Metadata;

/// <summary>Reads and replaces an article's metadata, field by field.</summary>
internal static class MetadataValues
{
    /// <summary>All fields, in the order in which changes are listed.</summary>
    public static ImmutableArray<MetadataField> Fields { get; } = [.. Enum.GetValues<MetadataField>()];

    /// <summary>The values of a field; empty when it is not stated.</summary>
    public static ImmutableArray<string> Of(Article article, MetadataField field) => field switch
    {
        MetadataField.Authors => article.Authors,
        MetadataField.PublishedAt => One(article.PublishedAt?.ToString()),
        MetadataField.ModifiedAt => One(article.ModifiedAt?.ToString()),
        MetadataField.Section => One(article.Section),
        MetadataField.Summary => One(article.Summary),
        MetadataField.LeadImage => One(article.LeadImageUrl is { } url ? Text(url) : null),
        MetadataField.Captions => article.Captions,
        _ => [.. article.Links.Select(Text)],
    };

    /// <summary>The article after a change.</summary>
    public static Article Apply(Article article, MetadataChange change)
    {
        ImmutableArray<string> values = Replace(Of(article, change.Field), change);
        string? value = values.FirstOrDefault();
        return change.Field switch
        {
            MetadataField.Authors => article with { Authors = values },
            MetadataField.PublishedAt => article with { PublishedAt = Date(value) },
            MetadataField.ModifiedAt => article with { ModifiedAt = Date(value) },
            MetadataField.Section => article with { Section = value },
            MetadataField.Summary => article with { Summary = value },
            MetadataField.LeadImage => article with { LeadImageUrl = Address(value) },
            MetadataField.Captions => article with { Captions = values },
            MetadataField.Links => article with { Links = [.. values.Select(Address).OfType<Uri>()] },
            _ => article,
        };
    }

    /// <summary>The values, with the new ones in place of the removed ones.</summary>
    private static ImmutableArray<string> Replace(ImmutableArray<string> values, MetadataChange change)
    {
        if (!MetadataComparison.IsList(change.Field))
        {
            return change.After;
        }

        HashSet<string> gone = [.. change.Before.Select(value => MetadataKey.Of(change.Field, value))];
        List<string> kept = [.. values.Where(value => !gone.Contains(MetadataKey.Of(change.Field, value)))];
        int first = values.TakeWhile(value => !gone.Contains(MetadataKey.Of(change.Field, value))).Count();
        kept.InsertRange(Math.Min(first, kept.Count), change.After);
        return [.. kept];
    }

    private static ImmutableArray<string> One(string? value) => string.IsNullOrWhiteSpace(value) ? [] : [value];

    private static string Text(Uri url) => url.IsAbsoluteUri ? url.AbsoluteUri : url.OriginalString;

    private static ArticleDate? Date(string? text) => ArticleDate.TryParse(text, out ArticleDate date) ? date : null;

    private static Uri? Address(string? text) =>
        Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out Uri? url) ? url : null;
}
