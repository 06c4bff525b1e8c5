using System.Diagnostics.CodeAnalysis;

namespace NewsDiff.AspNetCore.Serving;

/// <summary>Keeps answers in a bounded number of bytes.</summary>
/// <remarks>
/// An answer that is asked for again moves to the larger part, from which answers asked for once never push it. So a
/// crawler, or a million different searches, cannot replace what readers use.
/// </remarks>
internal sealed class AnswerShelf(long maxBytes)
{
    // The share of the bytes for answers that were asked for again.
    private const double ShareOfProven = 0.8;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, LinkedListNode<Place>> _places = new(StringComparer.Ordinal);
    private readonly Part _fresh = new();
    private readonly Part _proven = new();

    /// <summary>The number of answers.</summary>
    internal int Count
    {
        get
        {
            lock (_gate)
            {
                return _places.Count;
            }
        }
    }

    /// <summary>The memory that they take.</summary>
    internal long Bytes
    {
        get
        {
            lock (_gate)
            {
                return _fresh.Bytes + _proven.Bytes;
            }
        }
    }

    /// <summary>Finds an answer, which is then kept longer.</summary>
    internal bool TryFind(string key, [NotNullWhen(true)] out KeptAnswer? found)
    {
        lock (_gate)
        {
            if (!_places.TryGetValue(key, out LinkedListNode<Place>? node))
            {
                found = null;
                return false;
            }

            node.Value.Part.Remove(node);
            node.Value = node.Value with { Part = _proven };
            _proven.AddLatest(node);
            while (_proven.Bytes > maxBytes * ShareOfProven && _proven.Oldest is { } oldest && oldest != node)
            {
                _proven.Remove(oldest);
                oldest.Value = oldest.Value with { Part = _fresh };
                _fresh.AddLatest(oldest);
            }

            found = node.Value.Answer;
            return true;
        }
    }

    /// <summary>Keeps an answer, unless it alone would take much of the memory.</summary>
    internal void Keep(string key, KeptAnswer answer)
    {
        long bytes = answer.BytesUnder(key);
        lock (_gate)
        {
            Part part = _fresh;
            if (_places.TryGetValue(key, out LinkedListNode<Place>? former))
            {
                part = former.Value.Part;
                Drop(former);
            }

            if (bytes > maxBytes / 8)
            {
                return;
            }

            var node = new LinkedListNode<Place>(new Place(key, answer, bytes, part));
            _places[key] = node;
            part.AddLatest(node);
            while (_fresh.Bytes + _proven.Bytes > maxBytes)
            {
                LinkedListNode<Place>? oldest = _fresh.Oldest == node ? _proven.Oldest : _fresh.Oldest;
                Drop(oldest ?? _proven.Oldest ?? node);
            }
        }
    }

    private void Drop(LinkedListNode<Place> node)
    {
        node.Value.Part.Remove(node);
        _places.Remove(node.Value.Key);
    }

    private readonly record struct Place(string Key, KeptAnswer Answer, long Bytes, Part Part);

    /// <summary>Answers in the order of their use.</summary>
    private sealed class Part
    {
        private readonly LinkedList<Place> _places = new();

        internal long Bytes { get; private set; }

        internal LinkedListNode<Place>? Oldest => _places.First;

        internal void AddLatest(LinkedListNode<Place> node)
        {
            _places.AddLast(node);
            Bytes += node.Value.Bytes;
        }

        internal void Remove(LinkedListNode<Place> node)
        {
            _places.Remove(node);
            Bytes -= node.Value.Bytes;
        }
    }
}
