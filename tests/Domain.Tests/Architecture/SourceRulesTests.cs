using System.Text.RegularExpressions;
using Xunit;

namespace Responsables.Domain.Tests.Architecture;

/// <summary>What `docs/architecture.md` and CONTRIBUTING promise of the sources, read from the files themselves.</summary>
public sealed partial class SourceRulesTests
{
    private const int LongestFile = 250;

    /// <summary>A room uses the rooms before it, never after.</summary>
    private static readonly string[] Rooms = ["Frameworks", "Organizations", "Accounts", "Campaigns", "Submissions", "Evidence", "Workbooks", "Reviews", "Consolidation", "Quality", "Disclosure", "Series", "Targets", "Dashboards", "FollowUp", "Reminders", "Publications", "OpenData", "Home"];

    /// <summary>Where the rule is not kept yet, and why. An entry that is no longer true fails the test too.</summary>
    private static readonly Dictionary<string, string> Debts = new()
    {
        ["Domain/Frameworks -> Submissions"] = "formulas and examples read AnswerSheet and AnswerValue, which live with the answers",
        ["App/Submissions -> Reviews"] = "a dossier shows the last decision on each block, and a reprise validates",
        ["App/Submissions -> Consolidation"] = "a save keeps the parts of the nodes current in its own transaction",
        ["App/Workbooks -> Consolidation"] = "a workbook that is taken in keeps the parts of the nodes current in its own transaction",
        ["App/Campaigns -> Submissions"] = "opening makes the submissions",
        ["App/Campaigns -> Consolidation"] = "opening writes the first parts",
    };

    private static readonly IReadOnlyList<string> Sources =
    [
        .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.*", SearchOption.AllDirectories)
            .Where(f => f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".razor", StringComparison.Ordinal)
                || f.EndsWith(".mjs", StringComparison.Ordinal) || f.EndsWith(".css", StringComparison.Ordinal))
            .Where(f => !f.Contains("/Migrations/", StringComparison.Ordinal) && !f.Contains("/node_modules/", StringComparison.Ordinal)
                && !f.Contains("/obj/", StringComparison.Ordinal)),
    ];

    [Fact]
    public void No_source_file_is_longer_than_250_lines()
    {
        Assert.NotEmpty(Sources);
        Assert.Empty(Sources.Where(f => File.ReadLines(f).Count() > LongestFile).Select(Named));
    }

    [Fact]
    public void No_type_has_a_name_that_says_nothing() =>
        Assert.Empty(Sources.Where(f => f.EndsWith(".cs", StringComparison.Ordinal))
            .SelectMany(f => TypeName().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value).Where(n => EmptyName().IsMatch(n)).Select(n => $"{Named(f)}: {n}")));

    [Fact]
    public void Every_public_type_of_the_domain_says_what_it_means()
    {
        var bare = new List<string>();
        foreach (var file in Sources.Where(f => Named(f).StartsWith("src/Domain/", StringComparison.Ordinal)))
        {
            var lines = File.ReadAllLines(file);
            for (var i = 0; i < lines.Length; i++)
            {
                if (PublicType().IsMatch(lines[i]) && !lines[..i].Reverse().SkipWhile(l => l.TrimStart().StartsWith('[')).Take(1)
                    .Any(l => l.TrimStart().StartsWith("///", StringComparison.Ordinal)))
                {
                    bare.Add($"{Named(file)}:{i + 1}: {lines[i].Trim()}");
                }
            }
        }

        Assert.Empty(bare);
    }

    [Fact]
    public void The_domain_neither_reads_files_nor_clocks_nor_databases() =>
        Assert.Empty(Sources.Where(f => Named(f).StartsWith("src/Domain/", StringComparison.Ordinal))
            .Where(f => Forbidden().IsMatch(File.ReadAllText(f))).Select(Named));

    [Fact]
    public void A_room_uses_the_rooms_before_it()
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var file in Sources.Where(f => f.EndsWith(".cs", StringComparison.Ordinal)))
        {
            var parts = Named(file).Split('/');
            var at = parts.Length > 3 ? Array.IndexOf(Rooms, parts[2]) : -1;
            if (parts[1] is not ("Domain" or "App") || at < 0)
            {
                continue;
            }

            foreach (Match use in RoomUse(parts[1]).Matches(File.ReadAllText(file)))
            {
                if (Array.IndexOf(Rooms, use.Groups[1].Value) > at)
                {
                    found.Add($"{parts[1]}/{parts[2]} -> {use.Groups[1].Value}");
                }
            }
        }

        Assert.Equal(Debts.Keys.Order(StringComparer.Ordinal), found);
    }

    private static string Named(string file) => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/');

    private static Regex RoomUse(string project) => new($@"Responsables\.{project}\.({string.Join('|', Rooms)})\b");

    [GeneratedRegex(@"\b(?:class|record struct|record|struct|interface|enum)\s+([A-Z]\w*)")]
    private static partial Regex TypeName();

    [GeneratedRegex("(Manager|Helper|Helpers|Util|Utils|(?<!Background)Service|Processor|Impl|Dto|Base)$")]
    private static partial Regex EmptyName();

    [GeneratedRegex(@"^public\s+(?:sealed\s+|static\s+|abstract\s+|readonly\s+|partial\s+)*(?:class|record|struct|interface|enum)\b")]
    private static partial Regex PublicType();

    [GeneratedRegex(@"DateTime(Offset)?\.(Utc)?Now|File\.|HttpContext|DbContext|CultureInfo\.Current")]
    private static partial Regex Forbidden();
}
