using Responsables.Domain.Consolidation;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Frameworks.Expressions;

namespace Responsables.Domain.Disclosure;

/// <summary>
/// The counts of persons of a framework: what the terms of its figures add up, each once whatever the number of indicators that read it, and
/// what is left of a sum when another is taken from it (the men, where staff and women are read).
/// </summary>
internal sealed class PersonCounts
{
    private const int MostCounts = 512;

    private readonly List<IReadOnlySet<AnswerPlace>> counts = [];
    private readonly Dictionary<string, int> known = [];
    private readonly List<CountSum> sums = [];
    private readonly List<CountBound> bounds = [];

    public PersonCounts(PartsLayout layout)
    {
        var terms = new List<(PartsSlot, int, int)>();
        var opaque = new HashSet<int>();
        foreach (var slot in layout.Figures)
        {
            for (var i = 0; i < slot.TermCount; i++)
            {
                switch (PersonTerm.Of(slot.Formula.Terms[i], slot.Cell, layout.Framework))
                {
                    case { IsOpaque: true }:
                        opaque.Add(slot.Index);
                        break;
                    case { } term:
                        terms.Add((slot, i, Add(term.Places)));
                        break;
                }
            }
        }

        (Terms, Opaque) = (terms, opaque);
        AddDifferences();
        AddBreakdowns(layout.Framework);
        AddRules(layout.Framework);
    }

    /// <summary>Which term of which figure reads which count.</summary>
    public IReadOnlyList<(PartsSlot Slot, int Term, int Count)> Terms { get; }

    /// <summary>Slots of figures that make of persons something that is not their number: not for the public.</summary>
    public IReadOnlySet<int> Opaque { get; }

    public int Count => counts.Count;

    public IReadOnlyList<CountSum> Sums => sums;

    public IReadOnlyList<CountBound> Bounds => bounds;

    /// <summary>Numbers of the counts that are linked by a sum or a bound, family by family.</summary>
    public IEnumerable<IReadOnlyList<int>> Families()
    {
        var family = Enumerable.Range(0, counts.Count).ToArray();
        var links = sums.SelectMany(s => s.Parts.Select(p => (s.Whole, Part: p))).Concat(bounds.Select(b => (b.Whole, b.Part)));
        foreach (var (whole, part) in links)
        {
            var (to, from) = (family[whole], family[part]);
            for (var i = 0; i < family.Length; i++)
            {
                family[i] = family[i] == from ? to : family[i];
            }
        }

        return family.Select((f, i) => (f, i)).GroupBy(f => f.f, f => f.i).Select(g => (IReadOnlyList<int>)[.. g]);
    }

    private int Add(IReadOnlySet<AnswerPlace> places)
    {
        var key = string.Join('+', places.Select(p => $"{p.Variable}[{p.Cell}]").Order(StringComparer.Ordinal));
        if (!known.TryGetValue(key, out var number))
        {
            known.Add(key, number = counts.Count);
            counts.Add(places);
        }

        return number;
    }

    /// <summary>A sum that holds all the answers of another, and more: what it has more is a count as well.</summary>
    private void AddDifferences()
    {
        for (var whole = 0; whole < counts.Count; whole++)
        {
            for (var part = 0; part < counts.Count && counts.Count < MostCounts; part++)
            {
                if (counts[part].IsProperSubsetOf(counts[whole]))
                {
                    sums.Add(new CountSum(whole, [part, Add(counts[whole].Except(counts[part]).ToHashSet())]));
                }
            }
        }
    }

    private void AddBreakdowns(Framework framework)
    {
        foreach (var variable in framework.Variables.Where(v => v.CountsPersons && v.HasTotal))
        {
            if (Find(variable, CellKey.Total) is not { } whole)
            {
                continue;
            }

            var isCrossed = variable.Layout == BreakdownLayout.Crossed;
            IEnumerable<(bool Partition, IReadOnlyList<CellKey> Cells)> tables = isCrossed
                ? [(variable.Breakdowns.All(b => b.Partition), variable.BrokenDown)]
                : variable.Breakdowns.Select(b => (b.Partition, b.Keys));
            foreach (var (partition, cells) in tables)
            {
                int[] parts = [.. cells.Select(c => Find(variable, c)).OfType<int>()];
                if (partition && parts.Length > 0)
                {
                    // What is of no cell that is read: the body did not say, or the framework does not read it.
                    counts.Add(new HashSet<AnswerPlace>());
                    sums.Add(new CountSum(whole, [.. parts, counts.Count - 1]));
                }
                else
                {
                    bounds.AddRange(parts.Select(p => new CountBound(p, whole)));
                }
            }
        }
    }

    /// <summary>What a blocking check says to be at most something else, everybody knows to be so.</summary>
    private void AddRules(Framework framework)
    {
        foreach (var check in framework.Indicators.SelectMany(i => i.Checks).OfType<RuleCheck>().Where(c => c.Severity == Severity.Blocking))
        {
            if (check.Rule.AtMost is (var part, Reading { Previous: false } whole) && Find(whole) is { } most)
            {
                bounds.AddRange(part.Readings.Where(r => !r.Previous && PersonTerm.Adds(part)).Select(Find).OfType<int>()
                    .Select(p => new CountBound(p, most)).Where(b => !bounds.Contains(b)));
            }
        }
    }

    private int? Find(Reading reading) => known.TryGetValue($"{reading.Variable}[{reading.Cell ?? CellKey.Total}]", out var number) ? number : null;

    private int? Find(Variable variable, CellKey cell) => known.TryGetValue($"{variable.Code}[{cell}]", out var number) ? number : null;
}
