using System.Runtime.CompilerServices;

namespace NewsDiff.Text;

/// <summary>A growing list in pooled memory.</summary>
/// <typeparam name="T">The items.</typeparam>
internal sealed class SharedList<T> : IDisposable
{
    private T[] _items;

    /// <summary>Begins empty.</summary>
    /// <param name="capacity">The expected number of items.</param>
    public SharedList(int capacity) => _items = SharedArrays.Take<T>(capacity);

    public int Count { get; private set; }

    /// <summary>The items, valid until the next one is added.</summary>
    public Span<T> Items => _items.AsSpan(0, Count);

    /// <summary>Adds an item.</summary>
    public void Add(in T item)
    {
        if (Count == _items.Length)
        {
            Grow();
        }

        _items[Count++] = item;
    }

    /// <summary>Removes the last item.</summary>
    public void RemoveLast() => Count--;

    /// <inheritdoc/>
    public void Dispose()
    {
        GiveBack(_items);
        _items = [];
        Count = 0;
    }

    private void Grow()
    {
        T[] more = SharedArrays.Take<T>(Math.Max(Count * 2, 16));
        Items.CopyTo(more);
        GiveBack(_items);
        _items = more;
    }

    private void GiveBack(T[] items)
    {
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
        {
            // The pool would keep what they refer to alive.
            items.AsSpan(0, Count).Clear();
        }

        SharedArrays.GiveBack(items);
    }
}
