namespace NewsDiff.Extraction.Parsing;

/// <summary>Remembers the roles of names that several elements share.</summary>
internal sealed class NameRoles
{
    /// <summary>How many names are remembered, a power of two.</summary>
    /// <remarks>Most pages have fewer, and it needs little memory.</remarks>
    private const int Places = 512;

    private readonly (string? Names, Roles Roles)[] _known = new (string?, Roles)[Places];

    /// <summary>Reads the words of a class or id attribute.</summary>
    public Roles Of(string? names)
    {
        if (string.IsNullOrEmpty(names))
        {
            return Roles.None;
        }

        ref (string? Names, Roles Roles) known = ref _known[names.GetHashCode(StringComparison.Ordinal) & (Places - 1)];
        if (known.Names != names)
        {
            known = (names, RoleWords.Of(names));
        }

        return known.Roles;
    }
}
