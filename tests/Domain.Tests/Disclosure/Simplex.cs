namespace Responsables.Domain.Tests.Disclosure;

/// <summary>A plain two-phase simplex with exact fractions and Bland's rule: bounds of a sum of variables that are not negative, under equalities.</summary>
internal sealed class Simplex
{
    private readonly List<Rational[]> rows = [];
    private readonly List<int> bases = [];
    private readonly int variables;

    /// <param name="equalities">For each, the coefficients of the variables and what they come to.</param>
    public Simplex(int variables, IEnumerable<(Rational[] Coefficients, Rational Value)> equalities)
    {
        this.variables = variables;
        foreach (var (coefficients, value) in equalities)
        {
            Rational[] row = [.. coefficients, value];
            rows.Add(value.Sign < 0 ? [.. row.Select(x => -x)] : row);
            bases.Add(-1);
        }

        Start();
    }

    /// <summary>The most that a sum of variables can be; null: without end.</summary>
    public Rational? Most(IEnumerable<int> sum) => Copy().Maximum(sum, 1);

    public Rational Least(IEnumerable<int> sum) => -(Copy().Maximum(sum, -1) ?? throw new InvalidOperationException("A sum of what is not negative has a least."));

    private Simplex(Simplex other)
    {
        variables = other.variables;
        rows = [.. other.rows.Select(r => (Rational[])r.Clone())];
        bases = [.. other.bases];
    }

    private Simplex Copy() => new(this);

    private Rational? Maximum(IEnumerable<int> sum, int sign)
    {
        var goal = new Rational[variables + 1];
        foreach (var variable in sum)
        {
            goal[variable] += -sign;
        }

        for (var r = 0; r < rows.Count; r++)
        {
            Clear(goal, rows[r], bases[r]);
        }

        return Climb(goal) ? goal[variables] : null;
    }

    /// <summary>First phase: brings the variables in, row by row, by minimising what is left of the equalities.</summary>
    private void Start()
    {
        var rest = new Rational[variables + 1];
        foreach (var row in rows)
        {
            for (var c = 0; c <= variables; c++)
            {
                rest[c] -= row[c];
            }
        }

        Climb(rest);
        if (rest[variables].Sign != 0)
        {
            throw new InvalidOperationException("What is shown contradicts itself.");
        }

        for (var r = rows.Count - 1; r >= 0; r--)
        {
            if (bases[r] >= 0)
            {
                continue;
            }

            var column = Array.FindIndex(rows[r], 0, variables, x => x.Sign != 0);
            if (column < 0)
            {
                rows.RemoveAt(r);
                bases.RemoveAt(r);
            }
            else
            {
                Pivot(r, column, new Rational[variables + 1]);
            }
        }
    }

    private bool Climb(Rational[] goal)
    {
        while (true)
        {
            var column = Array.FindIndex(goal, 0, variables, x => x.Sign < 0);
            if (column < 0)
            {
                return true;
            }

            var best = -1;
            for (var r = 0; r < rows.Count; r++)
            {
                if (rows[r][column].Sign > 0 && (best < 0 || Before(r, best, column)))
                {
                    best = r;
                }
            }

            if (best < 0)
            {
                return false;
            }

            Pivot(best, column, goal);
        }
    }

    private bool Before(int row, int other, int column)
    {
        var order = (rows[row][variables] / rows[row][column]).CompareTo(rows[other][variables] / rows[other][column]);
        return order < 0 || (order == 0 && bases[row] < bases[other]);
    }

    private void Pivot(int row, int column, Rational[] goal)
    {
        var by = rows[row][column];
        rows[row] = [.. rows[row].Select(x => x.Sign == 0 ? x : x / by)];
        for (var r = 0; r < rows.Count; r++)
        {
            if (r != row)
            {
                Clear(rows[r], rows[row], column);
            }
        }

        Clear(goal, rows[row], column);
        bases[row] = column;
    }

    private static void Clear(Rational[] row, Rational[] pivot, int column)
    {
        var times = row[column];
        if (times.Sign == 0)
        {
            return;
        }

        for (var c = 0; c < row.Length; c++)
        {
            if (pivot[c].Sign != 0)
            {
                row[c] -= times * pivot[c];
            }
        }
    }
}
