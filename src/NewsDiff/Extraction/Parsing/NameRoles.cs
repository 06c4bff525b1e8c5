namespace NewsDiff.Extraction.Parsing;

/// <summary>Remembers the class names that several elements share, and their roles.</summary>
internal sealed class NameRoles
{
    /// <summary>How many names are remembered, a power of two.</summary>
    /// <remarks>Most pages have fewer, and it needs little memory.</remarks>
    private const int Places = 512;

    private readonly (string? Names, Roles Roles)[] _known = new (string?, Roles)[Places];

    /// <summary>Reads the words of a class attribute.</summary>
    /// <param name="names">The attribute.</param>
    /// <param name="text">The attribute, the same instance for equal ones; null when it is empty.</param>
    public Roles Of(ReadOnlySpan<char> names, out string? text)
    {
        text = null;
        if (names.IsEmpty)
        {
            return Roles.None;
        }

        int place = string.GetHashCode(names, StringComparison.Ordinal) & (Places - 1);
        ref (string? Names, Roles Roles) known = ref _known[place];
        if (!names.SequenceEqual(known.Names))
        {
            known = (names.ToString(), RoleWords.Of(names));
        }

        text = known.Names;
        return known.Roles;
    }
}
