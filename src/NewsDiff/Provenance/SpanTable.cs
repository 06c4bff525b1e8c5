using System.Collections.Immutable;

namespace NewsDiff.Provenance;

/// <summary>The spans of everything that is traced, each thing by its number.</summary>
/// <remarks>Most things have one span: the newest of each is in one array, and refers to the one before.</remarks>
internal sealed class SpanTable
{
    private const int None = -1;

    private readonly List<Span> _spans = [];
    private readonly List<int> _newest = [];

    internal int Count => _newest.Count;

    /// <summary>Adds a thing that a version brought.</summary>
    /// <returns>Its number.</returns>
    internal int Add(int version)
    {
        _newest.Add(_spans.Count);
        _spans.Add(new Span(version, null, None));
        return _newest.Count - 1;
    }

    internal void End(int thing, int version) =>
        _spans[_newest[thing]] = _spans[_newest[thing]] with { Until = version };

    internal void Restore(int thing, int version)
    {
        _spans.Add(new Span(version, null, _newest[thing]));
        _newest[thing] = _spans.Count - 1;
    }

    internal bool HasEnded(int thing) => _spans[_newest[thing]].Until is not null;

    internal ImmutableArray<VersionSpan> Read(int thing)
    {
        ImmutableArray<VersionSpan>.Builder spans = ImmutableArray.CreateBuilder<VersionSpan>(1);
        for (int place = _newest[thing]; place != None; place = _spans[place].Before)
        {
            spans.Add(new VersionSpan(_spans[place].Since, _spans[place].Until));
        }

        spans.Reverse();
        return spans.DrainToImmutable();
    }

    private readonly record struct Span(int Since, int? Until, int Before);
}
