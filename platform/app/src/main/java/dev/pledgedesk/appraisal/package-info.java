/** Supervision: spot checks of work, appraisals whose every score opens its sources, rewards and penalties. Reads of lower rooms only what they give in numbers. */
package dev.pledgedesk.appraisal;
