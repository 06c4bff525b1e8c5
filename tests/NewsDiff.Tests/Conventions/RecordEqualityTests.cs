using System.Collections.Immutable;
using System.Reflection;
using System.Xml.Linq;

namespace NewsDiff.Tests.Conventions;

/// <summary>A record promises equality by value. One that cannot keep the promise for a member says so.</summary>
public sealed class RecordEqualityTests
{
    private static readonly Assembly Library = typeof(Article).Assembly;

    private static readonly XDocument Documentation = XDocument.Load(Path.ChangeExtension(Library.Location, ".xml"));

    [Fact]
    public void Records_with_arrays_or_services_say_how_they_compare()
    {
        IEnumerable<string?> offences =
            from type in typeof(Article).Assembly.GetExportedTypes()
            where type.GetMethod("<Clone>$") is not null
            where type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic).Any(
                field => !ComparesByValue(field.FieldType))
            where !RemarksOn(type).Contains("by reference", StringComparison.Ordinal)
            select type.FullName;

        Assert.Empty(offences);
    }

    /// <summary>The remarks in one line, wherever the source breaks them.</summary>
    private static string RemarksOn(Type type) => string.Join(
        ' ',
        Documentation.Descendants("member")
            .Single(member => member.Attribute("name")!.Value == $"T:{type.FullName}")
            .Element("remarks")?.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? []);

    private static bool ComparesByValue(Type type) =>
        Nullable.GetUnderlyingType(type) is { } underlying ? ComparesByValue(underlying)
        : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>) ? false
        : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ReadOnlyMemory<>) ? false
        : type.IsValueType || OverridesEquals(type);

    private static bool OverridesEquals(Type type) =>
        type is { IsInterface: false } && !typeof(Delegate).IsAssignableFrom(type)
        && type.GetMethod(nameof(Equals), [typeof(object)])!.DeclaringType != typeof(object);
}
