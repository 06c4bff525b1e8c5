using System.Globalization;
using System.Reflection;

using Xunit;

namespace NewsDiff.TestSupport;

/// <summary>Holds the public types of a package to the rules of names and of what may be added later.</summary>
public static class PublicNames
{
    // The numbers of these are part of every stored content hash.
    private static readonly string[] NumberedForGood = ["NewsDiff.ParagraphKind"];

    // docs/glossary.md: one word for one thing.
    private static readonly string[] Avoided = ["Maximum", "Minimum", "Longest", "Shortest"];

    public static void Verify(IEnumerable<Type> types)
    {
        Type[] all = [.. types];

        // Whatever was never set must not read as a success, or as a decision that somebody took.
        Assert.Empty(all.Where(HasMeaningAtZero).Select(type => type.FullName).Except(NumberedForGood));

        // A positional record breaks its users with every member that it gains: the constructor and Deconstruct change.
        Assert.DoesNotContain(all, type => type.GetMethod("Deconstruct") is not null);

        Assert.DoesNotContain(
            all.SelectMany(type => type.GetProperties()),
            property => Avoided.Any(word => property.Name.StartsWith(word, StringComparison.Ordinal)));
        Assert.DoesNotContain(
            all.SelectMany(StaticMethods), method => method.Name.EndsWith("Of", StringComparison.Ordinal));

        // As everywhere in .NET: Parse throws, TryParse tells.
        Assert.DoesNotContain(all.SelectMany(StaticMethods), method => method.Name == "Parse" && CanReturnNull(method));
        Assert.DoesNotContain(
            all.SelectMany(StaticMethods), method => method.Name == "TryParse" && method.ReturnType != typeof(bool));
    }

    private static MethodInfo[] StaticMethods(Type type) => type.GetMethods(BindingFlags.Public | BindingFlags.Static);

    private static bool CanReturnNull(MethodInfo method) =>
        new NullabilityInfoContext().Create(method.ReturnParameter).ReadState == NullabilityState.Nullable;

    private static bool HasMeaningAtZero(Type type) => type.IsEnum && !type.IsDefined(typeof(FlagsAttribute))
        && type.GetFields(BindingFlags.Public | BindingFlags.Static).Any(member =>
            Convert.ToInt64(member.GetRawConstantValue(), CultureInfo.InvariantCulture) == 0
            && member.Name is not ("None" or "Unknown" or "Other"));
}
