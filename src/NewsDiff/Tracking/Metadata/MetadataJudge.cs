using System.Collections.Immutable;

namespace NewsDiff.Tracking.Metadata;

/// <summary>Judges which changes of metadata count while the text is unchanged.</summary>
internal static class MetadataJudge
{
    /// <summary>The maximum number of characters kept of a new extractor's different readings, in all fields.</summary>
    /// <remarks>A visit's whole memory is limited, and these readings must not displace the rest.</remarks>
    private const int MostReadOtherwise = 1_500;

    /// <summary>Compares a page's metadata with the article's current metadata.</summary>
    /// <param name="current">The article of the latest version, with the changes that were stored since.</param>
    /// <param name="seen">The article as the visit saw it.</param>
    /// <param name="extractor">The version of the extractor that read it.</param>
    /// <param name="memory">What earlier visits remember, for the latest version.</param>
    /// <param name="now">The time of the visit.</param>
    /// <returns>The changes that count, and what to remember.</returns>
    public static (ImmutableArray<MetadataChange> Changes, MetadataMemory Memory) Judge(
        Article current, Article seen, int extractor, MetadataMemory memory, DateTimeOffset now)
    {
        if (extractor != memory.Extractor)
        {
            return ([], ReadAgain(current, seen, memory) with { Extractor = extractor });
        }

        ImmutableArray<MetadataChange>.Builder changes = ImmutableArray.CreateBuilder<MetadataChange>();
        List<FieldMemory> fields = [];
        foreach (MetadataField field in MetadataValues.Fields)
        {
            (MetadataChange? change, FieldMemory known) = Judge(current, seen, memory.Of(field), now);
            fields.Add(known);
            if (change is not null)
            {
                changes.Add(change);
            }
        }

        return (changes.DrainToImmutable(), memory.With(fields));
    }

    private static (MetadataChange? Change, FieldMemory Memory) Judge(
        Article current, Article seen, FieldMemory memory, DateTimeOffset now)
    {
        MetadataField field = memory.Field;
        MetadataChange? change = MetadataComparison.Compare(field, current, seen, memory.ReadAs);
        if (change is null)
        {
            return (null, memory.SeeSame());
        }

        ImmutableArray<string> values = MetadataValues.Of(seen, field);
        string value = MetadataKey.Short(field, values);
        if (value == memory.Stands || value == memory.LongReadAs)
        {
            return (null, memory.SeeSame());
        }

        if (memory.LongReadAs is not null)
        {
            // The former value is not known any more, and the stored value is another extractor's.
            return (null, memory.SeeSame() with { LongReadAs = value });
        }

        FieldMemory other = memory.SeeOther(value, now);
        string former = memory.Stands ?? MetadataKey.Short(field, memory.ReadAs ?? MetadataValues.Of(current, field));
        return other.Counts(isStated: !values.IsEmpty, now) ? (change, other.Change(former, now)) : (null, other);
    }

    /// <summary>Remembers what another extractor reads differently, which is not a change.</summary>
    private static MetadataMemory ReadAgain(Article current, Article seen, MetadataMemory memory)
    {
        int room = MostReadOtherwise;
        List<FieldMemory> fields = [];
        foreach (MetadataField field in MetadataValues.Fields)
        {
            FieldMemory known = memory.Of(field).SeeSame() with { ReadAs = null, LongReadAs = null };
            ImmutableArray<string> values = MetadataValues.Of(seen, field);
            if (MetadataComparison.Compare(field, current, seen) is not null)
            {
                int length = values.Sum(static value => value.Length);
                bool isKept = length <= room;
                room -= isKept ? length : 0;
                known = known with
                {
                    ReadAs = isKept ? values : null,
                    LongReadAs = isKept ? null : MetadataKey.Short(field, values),
                };
            }

            fields.Add(known);
        }

        return memory.With(fields);
    }
}
