namespace NewsDiff.Extraction.Parsing;

internal static class RolesExtensions
{
    /// <summary>Whether the roles share at least one with others.</summary>
    public static bool HasAny(this Roles roles, Roles others) => (roles & others) != Roles.None;
}
