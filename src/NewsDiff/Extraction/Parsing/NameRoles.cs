using NewsDiff.Text;

namespace NewsDiff.Extraction.Parsing;

/// <summary>Remembers the class names that several elements share, and their roles.</summary>
internal sealed class NameRoles : IDisposable
{
    /// <summary>How many names are remembered, a power of two.</summary>
    /// <remarks>Most pages have fewer, and it needs little memory.</remarks>
    private const int Places = 512;

    private (ReadOnlyMemory<char> Names, Roles Roles)[] _known;

    public NameRoles()
    {
        _known = SharedArrays.Take<(ReadOnlyMemory<char>, Roles)>(Places);
        Forget();
    }

    /// <summary>Reads the words of a class attribute.</summary>
    public Roles Of(ReadOnlyMemory<char> names)
    {
        if (names.IsEmpty)
        {
            return Roles.None;
        }

        int place = string.GetHashCode(names.Span, StringComparison.Ordinal) & (Places - 1);
        ref (ReadOnlyMemory<char> Names, Roles Roles) known = ref _known[place];
        if (!names.Span.SequenceEqual(known.Names.Span))
        {
            known = (names, RoleWords.Of(names.Span));
        }

        return known.Roles;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Forget();
        SharedArrays.GiveBack(_known);
        _known = [];
    }

    private void Forget() => _known.AsSpan().Clear();
}
