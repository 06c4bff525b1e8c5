using System.Collections.Immutable;
using System.Globalization;

namespace NewsDiff.Evaluation.Tracking;

/// <summary>Counts the changes around the text between two captures.</summary>
internal sealed class MetadataTally
{
    private readonly SortedDictionary<MetadataField, (int Alone, int WithText, int Stated)> _fields =
        new(Enum.GetValues<MetadataField>().ToDictionary(static field => field, static _ => (0, 0, 0)));

    private int _same;
    private int _changed;
    private int _revised;

    /// <summary>Adds two captures.</summary>
    /// <returns>The changes.</returns>
    public ImmutableArray<MetadataChange> Add(Article before, Article after, bool isText)
    {
        ImmutableArray<MetadataChange> changes = MetadataChange.Compute(before, after);
        _same += isText ? 0 : 1;
        _changed += isText ? 1 : 0;
        _revised += !isText && !changes.IsEmpty ? 1 : 0;
        foreach (MetadataField field in _fields.Keys.ToArray())
        {
            bool isIn = changes.Any(change => change.Field == field);
            (int alone, int withText, int stated) = _fields[field];
            _fields[field] = (
                alone + (isIn && !isText ? 1 : 0), withText + (isIn && isText ? 1 : 0),
                stated + (IsStated(after, field) ? 1 : 0));
        }

        return changes;
    }

    public void Print(string set, TextWriter output)
    {
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{set}: {_same} pairs with the same text, {_revised} of them with a change around it; "
            + $"{_changed} pairs with another text"));
        foreach ((MetadataField field, (int alone, int withText, int stated)) in _fields)
        {
            double rate = _same == 0 ? 0 : 1000.0 * alone / _same;
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {field,-12} alone {alone,4} ({rate,5:F0} in 1,000)  with text {withText,4}  stated {stated,4}"));
        }
    }

    private static bool IsStated(Article article, MetadataField field) => field switch
    {
        MetadataField.Authors => !article.Authors.IsEmpty,
        MetadataField.PublishedAt => article.PublishedAt is not null,
        MetadataField.ModifiedAt => article.ModifiedAt is not null,
        MetadataField.Section => article.Section is not null,
        MetadataField.Summary => article.Summary is not null,
        MetadataField.LeadImage => article.LeadImageUrl is not null,
        MetadataField.Captions => !article.Captions.IsEmpty,
        _ => !article.Links.IsEmpty,
    };
}
