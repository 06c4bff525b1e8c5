using System.Data.Common;
using System.Security.Cryptography;
using System.Text;

namespace NewsDiff.Sql;

/// <summary>A row with possibly unreadable columns: each gets its default and adds a fault.</summary>
internal sealed class LenientRow(DbDataReader row)
{
    private const string Unreadable = "unreadable";

    /// <summary>The name of <see cref="FetchStatus.OnHold"/> in earlier versions.</summary>
    private const string Throttled = "Throttled";

    /// <summary>The first column that could not be read, and why; null when all could.</summary>
    public string? Fault { get; private set; }

    /// <summary>Reads a column, or returns its substitute.</summary>
    /// <param name="column">Its number.</param>
    /// <param name="read">Reads it.</param>
    /// <param name="instead">The substitute for an unreadable value.</param>
    public T Read<T>(int column, Func<DbDataReader, int, T> read, T instead)
    {
        try
        {
            return read(row, column);
        }
        catch (Exception exception) when (StoredRow.IsUnreadable(exception))
        {
            AddFault(column, exception);
            return instead;
        }
    }

    /// <summary>Reads the name of an enum's member; null for NULL and for unknown names.</summary>
    public T? ReadMember<T>(int column)
        where T : struct, Enum => Read(column, Member<T>, null);

    /// <summary>Reads an absolute address; an invalid one becomes a special scheme and a hash.</summary>
    public Uri ReadUrl(int column)
    {
        string text = Read(column, DbDataReaderExtensions.Text, "");
        bool isAbsolute = Uri.TryCreate(text, UriKind.Absolute, out Uri? url);
        if (!isAbsolute || url!.Scheme == Unreadable)
        {
            Fault ??= $"The column '{row.GetName(column)}' of the stored row is not an absolute address.";
        }

        // Not the text itself: it may hold a password.
        return url
            ?? new Uri(
                $"{Unreadable}:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8))}");
    }

    /// <summary>Notes that a column holds an unusable value.</summary>
    public void AddFault(int column, Exception exception) =>
        Fault ??= $"The column '{row.GetName(column)}' of the stored row cannot be read: {exception.Message}";

    private static T? Member<T>(DbDataReader row, int column)
        where T : struct, Enum => row.TextOrNull(column) switch
        {
            null => null,
            Throttled when FetchStatus.OnHold is T hold => hold,
            var name when Enum.TryParse(name, out T member) && Enum.IsDefined(member) => member,
            var name => throw new FormatException($"'{name}' is not one of {string.Join(", ", Enum.GetNames<T>())}."),
        };
}
