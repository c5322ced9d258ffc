using System.Collections.Concurrent;
using Responsables.Domain.Frameworks;

namespace Responsables.App.Frameworks;

/// <summary>What a search may find in a framework.</summary>
public enum SheetPart { Sheet, Indicator, Term }

/// <summary>Something found, and the passage where the words stand.</summary>
/// <param name="Code">Of the enjeu, or of the indicator.</param>
public sealed record SheetHit(SheetPart Part, Framework Framework, string Code, string Title, Excerpt Excerpt);

/// <summary>A passage, cut into pieces; those that were searched are marked.</summary>
public sealed record Excerpt(IReadOnlyList<(string Text, bool Marked)> Pieces);

/// <summary>Searches the sheets, indicators and glossary of a framework; every word must be there, the title counting most.</summary>
public sealed class SheetSearch
{
    private readonly List<Entry> entries = [];

    public SheetSearch(Framework framework)
    {
        foreach (var topic in framework.Topics)
        {
            Add(SheetPart.Sheet, framework, topic.Code, topic.Title, TextOf(topic));
            foreach (var indicator in topic.Indicators)
            {
                Add(SheetPart.Indicator, framework, indicator.Code.Value, indicator.Title, TextOf(indicator));
            }

            foreach (var term in topic.Sheet.Glossary)
            {
                Add(SheetPart.Term, framework, topic.Code, term.Term, term.Definition);
            }
        }
    }

    public IReadOnlyList<SheetHit> Find(string query)
    {
        var wanted = Words.Of(query).Select(w => w.Folded).Distinct().ToList();
        return wanted.Count == 0 ? [] :
            [.. from entry in entries
                let inTitle = Words.Find(entry.TitleWords, wanted)
                let anywhere = inTitle ?? Words.Find([.. entry.TitleWords, .. entry.Words], wanted)
                where anywhere is not null
                orderby inTitle is null
                select new SheetHit(entry.Part, entry.Framework, entry.Code, entry.Title, Excerpts.Of(entry.Text, entry.Words, wanted))];
    }

    private void Add(SheetPart part, Framework framework, string code, string title, string text) =>
        entries.Add(new Entry(part, framework, code, title, text, [.. Words.Of(title)], [.. Words.Of(text)]));

    private static string TextOf(Topic topic) => Join(
        [topic.Sheet.About, .. topic.Objectives.Select(o => o.Title), .. topic.Sheet.Actions.Select(a => a.Text),
            .. topic.Sheet.References.Select(r => r.Text), .. topic.Sheet.Stakeholders, .. topic.Sheet.Iso26000.Select(i => i.Title),
            .. topic.Sheet.Sdgs.Select(s => s.Title)]);

    private static string TextOf(Indicator indicator) => Join([indicator.Definition, .. indicator.Precisions, indicator.Note, indicator.Code.Value]);

    private static string Join(IEnumerable<string?> texts) => string.Join(" · ", texts.Where(t => !string.IsNullOrWhiteSpace(t)));

    private sealed record Entry(
        SheetPart Part, Framework Framework, string Code, string Title, string Text, IReadOnlyList<Word> TitleWords, IReadOnlyList<Word> Words);
}

/// <summary>The search of each framework version, made once.</summary>
public sealed class SheetIndexes
{
    private readonly ConcurrentDictionary<Framework, SheetSearch> known = new();

    public SheetSearch Of(Framework framework) => known.GetOrAdd(framework, f => new SheetSearch(f));
}
