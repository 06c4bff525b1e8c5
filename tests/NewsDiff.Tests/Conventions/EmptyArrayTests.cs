using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using NewsDiff.Feeds;

namespace NewsDiff.Tests.Conventions;

/// <summary>No record holds a default array, whoever made it: such an array throws wherever it is read.</summary>
public sealed class EmptyArrayTests
{
    private static readonly JsonSerializerOptions Options = new() { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };

    public static TheoryData<string> Arrays =>
    [
        .. from type in typeof(Article).Assembly.GetExportedTypes()
           where IsRecord(type)
           from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
           where IsArray(property.PropertyType) && property.CanWrite
           select $"{type.FullName}.{property.Name}",
    ];

    [Theory]
    [MemberData(nameof(Arrays))]
    public void An_array_that_is_set_to_its_default_is_empty_or_refused(string name)
    {
        int dot = name.LastIndexOf('.');
        Type type = typeof(Article).Assembly.GetType(name[..dot])!;
        PropertyInfo property = type.GetProperty(name[(dot + 1)..])!;
        object instance = RuntimeHelpers.GetUninitializedObject(type);
        try
        {
            property.SetValue(instance, Activator.CreateInstance(property.PropertyType));
        }
        catch (TargetInvocationException refused) when (refused.InnerException is ArgumentException)
        {
            return;
        }

        Assert.False(IsDefault(property.GetValue(instance)!), $"{name} keeps a default array.");
    }

    [Fact]
    public void A_constructor_that_is_given_a_default_array_makes_it_empty()
    {
        IEnumerable<string> offences =
            from type in typeof(Article).Assembly.GetExportedTypes()
            where IsRecord(type)
            from constructor in type.GetConstructors()
            let parameters = constructor.GetParameters()
            where parameters.Any(parameter => IsArray(parameter.ParameterType))
            let made = constructor.Invoke([.. parameters.Select(parameter =>
                parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : null)])
            from property in type.GetProperties().Where(property => IsArray(property.PropertyType))
            where IsDefault(property.GetValue(made)!)
            select $"{type.Name}.{property.Name}";

        Assert.Empty(offences);
    }

    [Theory]
    [InlineData(typeof(Feed), "{}")]
    [InlineData(typeof(FeedEntry), "{}")]
    [InlineData(typeof(Article), """{"Url":"https://news.example/","Title":"A"}""")]
    public void Properties_missing_in_JSON_are_empty(Type type, string json)
    {
        object read = JsonSerializer.Deserialize(json, type, Options)!;

        Assert.All(type.GetProperties().Where(property => IsArray(property.PropertyType)), property => Assert.False(IsDefault(property.GetValue(read)!)));
    }

    [Fact]
    public void An_article_without_paragraphs_has_a_hash()
    {
        var article = new Article { Url = new Uri("https://news.example/"), Title = "A", Paragraphs = default };

        Assert.Equal(ContentHash.Compute(article with { Paragraphs = [] }), ContentHash.Compute(article));
        Assert.True(article.HasSameContentAs(article with { Paragraphs = [] }));
    }

    private static bool IsRecord(Type type) => type is { IsAbstract: false, ContainsGenericParameters: false }
        && type.GetMethod("<Clone>$") is not null;

    private static bool IsArray(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>);

    private static bool IsDefault(object array) => (bool)array.GetType().GetProperty("IsDefault")!.GetValue(array)!;
}
