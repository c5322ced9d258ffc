using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CsvHelper;
using Responsables.App.OpenData;
using Responsables.App.Publications;
using static Responsables.Web.Tests.Public.PublishedWorld;

namespace Responsables.Web.Tests.Public;

/// <summary>The files of an edition: what they promise, and that they keep it.</summary>
public sealed class OpenDataTests : IAsyncLifetime
{
    private Site site = null!;

    public async ValueTask InitializeAsync()
    {
        site = await StartAsync();
        await site.CorrectAsync();
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Theory]
    [InlineData("figures")]
    [InlineData("perimeter")]
    [InlineData("history")]
    [InlineData("restatements")]
    [InlineData("dictionary")]
    public async Task Each_table_keeps_to_its_schema_field_by_field(string name)
    {
        using var schema = JsonDocument.Parse(await ReadAsync($"/donnees/2024/e2/{name}.schema.json"));
        var fields = schema.RootElement.GetProperty("fields").EnumerateArray().ToList();
        using var csv = new CsvReader(new StringReader(Encoding.UTF8.GetString(await ReadAsync($"/donnees/2024/e2/{name}.csv"))), CultureInfo.InvariantCulture);
        Assert.True(csv.Read() && csv.ReadHeader());
        Assert.Equal(fields.Select(f => f.GetProperty("name").GetString()), csv.HeaderRecord!);
        var keys = new HashSet<string>();
        var key = schema.RootElement.GetProperty("primaryKey").EnumerateArray().Select(k => k.GetString()!).ToList();
        var count = 0;
        while (csv.Read())
        {
            count++;
            Assert.Equal(fields.Count, csv.Parser.Count);
            foreach (var field in fields)
            {
                AssertCell(field, csv.GetField(field.GetProperty("name").GetString()!)!);
            }

            Assert.All(key, k => Assert.NotEmpty(csv.GetField(k)!));
            Assert.True(keys.Add(string.Join('\n', key.Select(k => csv.GetField(k)))), $"twice: {string.Join(' ', key.Select(k => csv.GetField(k)))}");
        }

        Assert.True(count > 3, $"{count} rows");
    }

    [Fact]
    public async Task Sums_are_those_of_the_files_and_bytes_are_the_same_elsewhere()
    {
        var sums = Encoding.UTF8.GetString(await ReadAsync("/donnees/2024/e1/SHA256SUMS")).TrimEnd().Split('\n').Select(l => l.Split("  ")).ToList();
        Assert.Equal(OpenDataFiles.Names, sums.Select(s => s[1]));
        await using var other = await site.SecondNodeAsync();
        var page = (await site.Anonymous().Get("/resultats/editions/1")).Expect(200);
        foreach (var sum in sums)
        {
            var content = await ReadAsync($"/donnees/2024/e1/{sum[1]}");
            Assert.Equal(sum[0], Convert.ToHexStringLower(SHA256.HashData(content)));
            Assert.Equal(content, await ReadAsync($"/donnees/2024/e1/{sum[1]}", other));
            Assert.Contains(sum[0], page.Page.QuerySelectorAll("code").Select(c => c.TextContent));
        }
    }

    [Fact]
    public async Task The_canonical_file_is_genuine_by_the_public_key()
    {
        var check = VerifyEdition.Alone(await ReadAsync("/donnees/2024/e1/edition.json"))!;
        Assert.Empty(check.Faults);
        using var key = ECDsa.Create();
        key.ImportFromPem(Encoding.ASCII.GetString(await ReadAsync("/resultats/cle-publique.pem")));
        Assert.Equal(check.Check.Key, Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo())));
        Assert.Contains(check.Check.Key!, (await site.Anonymous().Get("/resultats/methode")).Page.QuerySelectorAll("#verifier code").Select(c => c.TextContent));
    }

    [Fact]
    public async Task Any_site_may_read_the_files_and_nothing_else_is_at_their_address()
    {
        using var visitor = site.Anonymous();
        Assert.Equal("*", (await visitor.Get("/donnees/2024/e1/figures.csv")).Header("Access-Control-Allow-Origin"));
        Assert.Empty((await visitor.Get("/resultats")).Header("Access-Control-Allow-Origin"));
        foreach (var path in (string[])["/donnees/2023/e1/figures.csv", "/donnees/2024/e3/figures.csv", "/donnees/2024/e1/rien.csv", "/donnees/2024/e1/..%2Fedition.json"])
        {
            (await visitor.Get(path)).Expect(404);
        }
    }

    [Fact]
    public async Task The_catalogue_names_every_file_of_what_the_public_reads()
    {
        using var catalogue = JsonDocument.Parse(await ReadAsync("/donnees/catalogue.jsonld"));
        var root = catalogue.RootElement;
        Assert.Equal("dcat:Catalog", root.GetProperty("@type").GetString());
        var context = root.GetProperty("@context").EnumerateObject().Select(p => p.Name).ToList();
        var dataSet = Assert.Single(root.GetProperty("dcat:dataset").EnumerateArray());
        foreach (var name in (string[])["dct:identifier", "dct:title", "dct:description", "dct:license", "dct:issued", "dct:modified", "dct:accrualPeriodicity", "dct:temporal", "dct:publisher", "dcat:keyword", "dcat:landingPage"])
        {
            Assert.True(dataSet.TryGetProperty(name, out _), name);
        }

        // Every word has its vocabulary.
        Assert.All(NamesOf(root).Where(n => n.Contains(':', StringComparison.Ordinal)), n => Assert.Contains(n.Split(':')[0], context));
        var distributions = dataSet.GetProperty("dcat:distribution").EnumerateArray().ToList();
        Assert.Equal(OpenDataFiles.Names.Count, distributions.Count);
        foreach (var distribution in distributions)
        {
            var address = new Uri(distribution.GetProperty("dcat:downloadURL").GetProperty("@id").GetString()!);
            Assert.Contains("/donnees/2024/e2/", address.AbsolutePath, StringComparison.Ordinal);
            var content = await ReadAsync(address.AbsolutePath);
            Assert.Equal(content.Length.ToString(CultureInfo.InvariantCulture), distribution.GetProperty("dcat:byteSize").GetProperty("@value").GetString());
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), distribution.GetProperty("spdx:checksum").GetProperty("spdx:checksumValue").GetProperty("@value").GetString());
            Assert.Equal(Catalogue.Licence, distribution.GetProperty("dct:license").GetProperty("@id").GetString());
        }
    }

    private static IEnumerable<string> NamesOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Where(p => p.Name != "@context").SelectMany(p => NamesOf(p.Value).Prepend(p.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(NamesOf),
        _ => [],
    };

    private static void AssertCell(JsonElement field, string cell)
    {
        var name = field.GetProperty("name").GetString()!;
        var constraints = field.GetProperty("constraints");
        if (cell.Length == 0)
        {
            Assert.False(constraints.GetProperty("required").GetBoolean(), $"{name} is empty");
            return;
        }

        Assert.NotEmpty(field.GetProperty("description").GetString()!);
        Assert.True(
            field.GetProperty("type").GetString() switch
            {
                "string" => !constraints.TryGetProperty("enum", out var choices) || choices.EnumerateArray().Any(c => c.GetString() == cell),
                "integer" => int.TryParse(cell, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
                "number" => decimal.TryParse(cell, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _),
                "boolean" => cell is "true" or "false",
                "date" => DateOnly.TryParseExact(cell, "yyyy-MM-dd", out _),
                _ => false,
            },
            $"{name}: {cell}");
    }

    private async Task<byte[]> ReadAsync(string path, Site? node = null)
    {
        using var visitor = (node ?? site).Anonymous();
        using var answer = await visitor.Client.GetAsync(path);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode}");
        return await answer.Content.ReadAsByteArrayAsync();
    }
}
