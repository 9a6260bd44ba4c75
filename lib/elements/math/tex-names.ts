/** Commands that authors use, to find the one that was meant: Temml does not tell its own. */
export const commands = (
  "alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi pi rho " +
  "sigma tau upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega " +
  "frac dfrac tfrac cfrac binom sqrt sum prod int iint oint lim max min sup inf arg log ln exp sin cos tan " +
  "tanh sinh cosh det dim ker deg gcd Pr argmax argmin operatorname mathbf mathrm mathit mathcal mathbb " +
  "mathfrak mathsf mathtt mathscr boldsymbol bm text textbf textit textrm mathop left right middle big Big " +
  "bigg Bigg bigl bigr Bigl Bigr langle rangle lvert rvert lVert rVert lfloor rfloor lceil rceil vert Vert " +
  "hat widehat tilde widetilde bar overline underline vec dot ddot overbrace underbrace overset underset " +
  "stackrel partial nabla infty ell hbar forall exists in notin subset subseteq supset cup cap setminus " +
  "emptyset le leq ge geq ne neq approx sim simeq equiv propto ll gg cdot times div pm mp circ bullet odot " +
  "oplus otimes star ast to mapsto rightarrow leftarrow Rightarrow Leftarrow leftrightarrow iff implies " +
  "longrightarrow uparrow downarrow ldots cdots vdots ddots dots quad qquad displaystyle textstyle " +
  "scriptstyle limits nolimits begin end label mid parallel perp angle prime top bot land lor neg color " +
  "boxed cancel phantom substack newcommand not mathbin mathrel"
).split(" ")

export const environments = (
  "aligned align* alignat* alignedat array bmatrix Bmatrix cases dcases gather* gathered matrix multline* " +
  "pmatrix rcases smallmatrix split subarray vmatrix Vmatrix equation*"
).split(" ")
